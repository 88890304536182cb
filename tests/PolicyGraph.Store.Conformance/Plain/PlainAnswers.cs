using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyGraph.Model;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Conformance.Plain;

/// <summary>Answers a query over a <see cref="PlainGraph"/>, slowly and without any index.</summary>
public sealed class PlainAnswers(PlainGraph graph, Parameters parameters, ITextFolding folding)
{
    public static readonly JsonSerializerOptions Spelling = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly PlainFilters _filters = new(parameters);

    /// <summary>The answer as compact JSON.</summary>
    public string Answer(Root root) => Value(root)?.ToJsonString(Spelling) ?? "null";

    private JsonNode? Value(Root root) =>
        root switch
        {
            NodeRoot { Selector: ById id } node => Node(Labelled(graph.Find(parameters.Text(id.Id)), node.Labels), node.Shape),
            NodesByIdRoot nodes => new JsonArray([
                .. ((IEnumerable<object?>)parameters[nodes.Ids]!).Select(id => Node(graph.Find((string?)id), nodes.Shape)),
            ]),
            ListRoot list => Connection(
                graph.Nodes.Where(node => node.Label == list.Label).Select(node => new PlainRow(node, null, IsIncoming: false)),
                list.Connection
            ),
            SearchRoot search => Search(search),
            PathRoot paths => new PlainRoots(graph, parameters, Node, Edge).Paths(paths),
            RelatedRoot related => new PlainRoots(graph, parameters, Node, Edge).Related(related),
            GroupsRoot groups => new PlainGroups(_filters, parameters, Node).Groups(
                graph.Nodes.Where(node => node.Label == groups.Label),
                groups.Grouping
            ),
            _ => throw new NotSupportedException(root.ToString()),
        };

    private JsonNode Search(SearchRoot search)
    {
        var hits = new PlainSearch(folding, parameters.Text(search.Text)).Find(
            [.. graph.Nodes.Where(node => search.Labels.Count == 0 || search.Labels.Contains(node.Label))],
            new PlainQuotes(graph, folding)
        );
        return Connection(
            hits.Keys.Select(node => new PlainRow(node, null, IsIncoming: false) { Hit = hits[node] }),
            search.Connection,
            isSearch: true
        );
    }

    private static PlainNode? Labelled(PlainNode? node, IReadOnlyList<string> labels) =>
        node is not null && (labels.Count == 0 || labels.Contains(node.Label)) ? node : null;

    private JsonNode? Node(PlainNode? node, Shape shape) => node is null ? null : Object(shape, node.Label, field => Field(node, field));

    private JsonNode? Object(Shape shape, string? label, Func<OutputField, JsonNode?> write)
    {
        var fields = shape.Fields.Where(field =>
            (field.Labels is null || field.Labels.Contains(label ?? "")) && field.Conditions.All(Holds)
        );
        return new JsonObject([.. fields.Select(field => KeyValuePair.Create(field.Key.Name, write(field)))]);
    }

    private bool Holds(Condition condition) => parameters.Truth(condition.Slot) == condition.Expected;

    private JsonNode? Field(PlainNode node, OutputField field) =>
        field switch
        {
            LabelField => node.Label,
            ObjectField inner => inner.NullUnless.Count > 0 && inner.NullUnless.All(name => !node.Values.ContainsKey(name))
                ? null
                : Object(inner.Shape, node.Label, next => Field(node, next)),
            RelationField relation => Connection(PlainFilters.Follow(node, relation.Step), relation.Connection),
            NeighbourField near => Node(
                PlainFilters.Follow(node, near.Step).Select(row => row.Node).MinBy(next => next.Id, StringComparer.Ordinal),
                near.Shape
            ),
            RelationCountField count => PlainFilters.Follow(node, count.Step).Count(row => _filters.Fits(row.Node, count.Filter)),
            GroupsField groups => new PlainGroups(_filters, parameters, Node).Groups(
                PlainFilters.Follow(node, groups.Step).Select(row => row.Node),
                groups.Grouping
            ),
            _ => Thing(node, field),
        };

    private JsonNode? Edge(PlainEdge? edge, OutputField field) =>
        field switch
        {
            LabelField => edge?.Type.Name,
            EdgeEndField end => Node(end.From ? edge?.From : edge?.To, end.Shape),
            _ => Thing(edge, field),
        };

    private JsonNode? Thing(PlainThing? thing, OutputField field) =>
        field switch
        {
            PropertyField property => Json(thing?.Values.GetValueOrDefault(property.Property)),
            ConstantField constant => JsonNode.Parse(constant.Json.Span),
            EvidenceCountField { OfDocuments: true } => thing is PlainEdge { Type.IsFact: false } ? 0 : thing?.Documents.Count() ?? 0,
            EvidenceCountField => thing?.Evidence.Count() ?? 0,
            EvidenceField evidence => new JsonArray([
                .. (thing?.Evidence ?? [])
                    .Take((int)(parameters.Integer(evidence.First) ?? int.MaxValue))
                    .Select(row => Evidence(row, evidence.Shape)),
            ]),
            _ => throw new NotSupportedException(field.ToString()),
        };

    private JsonNode? Evidence((string Document, Facts.EvidenceFact Fact) row, Shape shape) =>
        Object(
            shape,
            null,
            field =>
                field switch
                {
                    PropertyField { Property: "quote" } => row.Fact.Quote
                        ?? Squeezing.Squeeze(row.Fact.Span!.Value.Of(graph.Find(row.Document)!.Record!.Text!)),
                    PropertyField { Property: "start" } => row.Fact.Span?.Start,
                    PropertyField { Property: "rule" } => row.Fact.Rule.Length == 0 ? null : row.Fact.Rule,
                    PropertyField { Property: "confidence" } => Json((decimal)row.Fact.Confidence),
                    DocumentField document => Node(graph.Find(row.Document), document.Shape),
                    _ => throw new NotSupportedException(field.ToString()),
                }
        );

    private JsonNode Connection(IEnumerable<PlainRow> all, Connection connection, bool isSearch = false)
    {
        var order = new PlainOrder(_filters, connection.Order, isSearch);
        var rows = all.Where(row => _filters.Fits(row.Node, connection.Filter) && _filters.Fits(row.Edge, connection.EdgeFilter))
            .Order(order)
            .ToList();
        var page = Page(rows, order, connection.Page);
        return new JsonObject([
            .. connection
                .Fields.Where(field => field.Conditions.All(Holds))
                .Select(field =>
                    KeyValuePair.Create(
                        field.Key.Name,
                        field switch
                        {
                            NodesField nodes => new JsonArray([.. page.Select(row => Node(row.Node, nodes.Shape))]),
                            EdgesField edges => new JsonArray([.. page.Select(row => Row(row, edges, order))]),
                            TotalCountField => rows.Count,
                            PageInfoField info => Info(info, rows, page, order, connection.Page),
                            ConnectionGroupsField groups => new PlainGroups(_filters, parameters, Node).Groups(
                                rows.Select(row => row.Node),
                                groups.Grouping
                            ),
                            _ => throw new NotSupportedException(field.ToString()),
                        }
                    )
                ),
        ]);
    }

    private List<PlainRow> Page(List<PlainRow> rows, PlainOrder order, Page page)
    {
        IEnumerable<PlainRow> left = rows;
        left = parameters.Text(page.After) is { } after ? left.Where(row => order.Compare(row, order.Parse(after)) > 0) : left;
        left = parameters.Text(page.Before) is { } before ? left.Where(row => order.Compare(row, order.Parse(before)) < 0) : left;
        left = parameters.Integer(page.First) is { } first ? left.Take((int)first) : left;
        left = parameters.Integer(page.Last) is { } last ? left.TakeLast((int)last) : left;
        return [.. left];
    }

    private JsonNode? Row(PlainRow row, EdgesField edges, PlainOrder order) =>
        new JsonObject([
            .. edges.Fields.Select(field =>
                KeyValuePair.Create(
                    field.Key.Name,
                    field switch
                    {
                        CursorField => order.CursorOf(row),
                        RowNodeField node => Node(row.Node, node.Shape),
                        RowEdgeField edge => Edge(row.Edge, edge.Field),
                        ScoreField => (double)row.Hit!.Score / 1_000_000,
                        HighlightsField highlights => new JsonArray([
                            .. row.Hit is { At: { } at } hit ? [Highlight(hit, at, highlights.Shape)] : Array.Empty<JsonNode?>(),
                        ]),
                        _ => throw new NotSupportedException(field.ToString()),
                    }
                )
            ),
        ]);

    private JsonNode? Highlight(PlainHit hit, int at, Shape shape) =>
        Object(
            shape,
            null,
            field =>
                field switch
                {
                    PropertyField { Property: "field" } => hit.Property,
                    PropertyField { Property: "start" } => at,
                    PropertyField { Property: "end" } => at + hit.Length,
                    PropertyField { Property: "text" } => hit.Text,
                    HighlightEvidenceField evidence => hit.Quote is { } quote
                        ? Evidence((quote.Document, quote.Fact), evidence.Shape)
                        : null,
                    HighlightStatisticField statistic => Node(hit.Quote?.Thing as PlainNode, statistic.Shape),
                    HighlightFactField fact => hit.Quote?.Thing is PlainEdge edge
                        ? Object(fact.Shape, null, inner => Edge(edge, inner))
                        : null,
                    _ => throw new NotSupportedException(field.ToString()),
                }
        );

    private JsonNode? Info(PageInfoField info, List<PlainRow> rows, List<PlainRow> page, PlainOrder order, Page bounds)
    {
        var (from, to) = page.Count > 0 ? (rows.IndexOf(page[0]), rows.IndexOf(page[^1]) + 1) : EmptyPlace(rows, order, bounds);
        return new JsonObject([
            .. info.Parts.Select(part =>
                KeyValuePair.Create(
                    part.Key.Name,
                    part.Kind switch
                    {
                        PageInfoKind.HasNextPage => (JsonNode?)(to < rows.Count),
                        PageInfoKind.HasPreviousPage => from > 0,
                        PageInfoKind.StartCursor => page.Count > 0 ? order.CursorOf(page[0]) : null,
                        PageInfoKind.EndCursor => page.Count > 0 ? order.CursorOf(page[^1]) : null,
                        _ => JsonNode.Parse(part.Json.Span),
                    }
                )
            ),
        ]);
    }

    /// <summary>Where a page without rows lies: at its first bound when read forwards, at its last when read backwards.</summary>
    private (int From, int To) EmptyPlace(List<PlainRow> rows, PlainOrder order, Page page)
    {
        var low = parameters.Text(page.After) is { } after ? rows.Count(row => order.Compare(row, order.Parse(after)) <= 0) : 0;
        var high = parameters.Text(page.Before) is { } before ? rows.Count(row => order.Compare(row, order.Parse(before)) < 0) : rows.Count;
        var place = parameters.Integer(page.First) is null && parameters.Integer(page.Last) is not null ? Math.Max(low, high) : low;
        return (place, place);
    }

    /// <summary>A value as both stores spell it.</summary>
    public static JsonNode? Json(object? value) =>
        value switch
        {
            null => null,
            string text => text,
            bool truth => truth,
            decimal number when decimal.IsInteger(number) => JsonNode.Parse(((long)number).ToString(CultureInfo.InvariantCulture)),
            decimal number => JsonNode.Parse(((double)number).ToString("R", CultureInfo.InvariantCulture)),
            List<string> list => new JsonArray([.. list.Select(text => (JsonNode?)text)]),
            _ => throw new NotSupportedException(value.ToString()),
        };
}
