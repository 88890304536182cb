using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Api.Tests.Plain;

/// <summary>Makes a plain graph of records that have hashes, texts and spans.</summary>
public sealed class PlainBuilder
{
    private readonly PlainGraph _graph = new();

    public static PlainGraph Build(IEnumerable<DocumentRecord> records)
    {
        var builder = new PlainBuilder();
        foreach (var record in records)
        {
            builder.Add(record);
        }

        return builder._graph;
    }

    private void Add(DocumentRecord record)
    {
        var paper = new PlainNode($"document_{record.Document.Hash![..16]}", "Document") { Record = record };
        _graph.Nodes.Add(paper);
        paper.Said.Add(
            (
                paper,
                Values(
                    ("title", record.Document.Title),
                    ("publisher", record.Document.Publisher),
                    ("publishedOn", record.Document.Published),
                    ("hash", record.Document.Hash),
                    ("source", record.Document.Source),
                    ("characters", (decimal?)record.Text?.Length)
                )
            )
        );
        var nodes = record.Entities.ToDictionary(entity => entity.Id, entity => Entity(entity, paper));
        foreach (var relation in record.Relations)
        {
            var (from, to) = (nodes[relation.From], nodes[relation.To]);
            if (relation.Type is RelationType.CooperatesWith && string.CompareOrdinal(from.Id, to.Id) > 0)
            {
                (from, to) = (to, from);
            }

            Fact(Edge(relation.Type.Wire(), from, to, $"{Prop(relation, "role")}{Prop(relation, "title")}"), relation, paper);
        }

        foreach (var statistic in record.Statistics)
        {
            Statistic(statistic, nodes, paper);
        }
    }

    private static string? Prop(RelationRecord relation, string name) =>
        relation.Props.TryGetValue(name, out var value) ? value.ToString() : null;

    private static void Fact(PlainEdge edge, RelationRecord relation, PlainNode paper)
    {
        edge.Said.Add((paper, relation.Props.ToDictionary(prop => prop.Key, prop => Value(prop.Value))));
        edge.Evidence.Add(new PlainEvidence(paper, relation.Span!.Value, relation.Rule, relation.Confidence));
    }

    private PlainNode Entity(EntityRecord entity, PlainNode paper)
    {
        var node = Node(entity.Type.ToString(), $"{entity.Type}\n{entity.Name}");
        var values = entity.Props.ToDictionary(prop => Rename(prop.Key), prop => Value(prop.Value));
        values["name"] = entity.Name;
        AddPeriod(values, values.Remove("period", out var period) ? (string)period : null);
        node.Said.Add((paper, values));
        node.Aliases.UnionWith(entity.Mentions.Where(mention => mention != entity.Name));
        var mentions = entity.Spans.Select(span => new PlainEvidence(paper, span.Span, span.Rule, span.Confidence)).ToList();
        node.Evidence.AddRange(mentions);
        Tie("MENTIONED_IN", node, paper, paper, mentions);
        return node;
    }

    private void Statistic(StatisticRecord statistic, Dictionary<string, PlainNode> nodes, PlainNode paper)
    {
        var subject = statistic.Subject is { } about ? nodes[about] : null;
        var number = statistic.Value.ToString(CultureInfo.InvariantCulture);
        var node = Node(
            "Statistic",
            $"{statistic.Indicator}\n{subject?.Id}\n{statistic.Period}\n{statistic.Measure.Wire()}\n{statistic.Kind.Wire()}\n{number}\n{statistic.Unit}"
        );
        var values = Values(
            ("indicator", statistic.Indicator),
            ("value", statistic.Value),
            ("valueMax", statistic.ValueMax),
            ("unit", statistic.Unit),
            ("comparator", statistic.Comparator.Wire()),
            ("measure", statistic.Measure.Wire()),
            ("kind", statistic.Kind.Wire())
        );
        AddPeriod(values, statistic.Period);
        node.Said.Add((paper, values));
        var statement = new PlainEvidence(paper, statistic.Span!.Value, statistic.Rule, statistic.Confidence);
        node.Evidence.Add(statement);
        var indicator = Node("Indicator", $"Indicator\n{statistic.Indicator}");
        indicator.Said.Add((paper, Values(("name", statistic.Indicator))));
        Tie("MEASURES", node, indicator, paper, []);
        Tie("STATED_IN", node, paper, paper, [statement]);
        Tie("ABOUT", node, subject, paper, []);
        Tie("REPORTED_BY", node, statistic.ReportedBy is { } reporter ? nodes[reporter] : null, paper, []);
        Tie("SET_BY", node, statistic.SetBy is { } setter ? nodes[setter] : null, paper, []);
    }

    private void Tie(string type, PlainNode from, PlainNode? to, PlainNode paper, IEnumerable<PlainEvidence> evidence)
    {
        if (to is not null)
        {
            var edge = Edge(type, from, to, "");
            edge.Said.Add((paper, []));
            edge.Evidence.AddRange(evidence);
        }
    }

    private PlainNode Node(string label, string identity)
    {
        var id = $"{label.ToLowerInvariant()}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..16]}";
        var node = _graph.Nodes.FirstOrDefault(node => node.Id == id);
        if (node is null)
        {
            _graph.Nodes.Add(node = new PlainNode(id, label));
        }

        return node;
    }

    private PlainEdge Edge(string type, PlainNode from, PlainNode to, string key)
    {
        var edge = _graph.Edges.FirstOrDefault(edge => edge.Type == type && edge.From == from && edge.To == to && edge.Key == key);
        if (edge is null)
        {
            _graph.Edges.Add(edge = new PlainEdge(type, from, to, key));
        }

        return edge;
    }

    private static Dictionary<string, object> Values(params (string Name, object? Value)[] values) =>
        values.Where(value => value.Value is not null).ToDictionary(value => value.Name, value => value.Value!);

    private static object Value(PropertyValue value) =>
        value.Kind switch
        {
            System.Text.Json.JsonValueKind.String => value.Text!,
            System.Text.Json.JsonValueKind.Number => value.Number,
            _ => value.Truth,
        };

    private static string Rename(string field) =>
        field switch
        {
            "document_number" => "documentNumber",
            "issued" => "issuedOn",
            "effective" => "effectiveOn",
            "start" => "startsOn",
            "end" => "endsOn",
            _ => field,
        };

    /// <summary>Years, months and days as the days that they begin and end on.</summary>
    private static void AddPeriod(Dictionary<string, object> values, string? period)
    {
        if (period is null)
        {
            return;
        }

        var parts = period.Split('/');
        values["periodLabel"] = period;
        values["periodStart"] = parts[0].Length switch
        {
            4 => $"{parts[0]}-01-01",
            7 => $"{parts[0]}-01",
            _ => parts[0],
        };
        values["periodEnd"] = parts[^1].Length switch
        {
            4 => $"{parts[^1]}-12-31",
            7 =>
                $"{parts[^1]}-{DateTime.DaysInMonth(int.Parse(parts[^1][..4], CultureInfo.InvariantCulture), int.Parse(parts[^1][5..], CultureInfo.InvariantCulture)):00}",
            _ => parts[^1],
        };
    }
}
