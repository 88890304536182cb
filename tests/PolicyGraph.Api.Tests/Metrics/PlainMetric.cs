using System.Text.Json.Nodes;
using PolicyGraph.Api.Tests.Plain;

namespace PolicyGraph.Api.Tests.Metrics;

/// <summary>What is asked of a metric; null for what is not given.</summary>
internal sealed record MetricQuestion(
    string Indicator,
    IReadOnlyList<string>? Subjects,
    string? Unit,
    string? Kind,
    string? From,
    string? To
);

/// <summary>A metric reckoned in the plainest way from every statistic of a plain graph, as the schema's descriptions have it.</summary>
internal sealed class PlainMetric(PlainGraph graph)
{
    private static readonly string[] SameAsGdp = ["GDP", "国内生产总值", "地区生产总值"];

    /// <summary>How much of 元 each is.</summary>
    private static readonly Dictionary<string, decimal> Money = new()
    {
        ["元"] = 1,
        ["万元"] = 10_000,
        ["亿元"] = 100_000_000,
    };

    public JsonObject Answer(MetricQuestion asked)
    {
        var rows = Rows(asked, Taken(asked.Indicator));
        var levels = rows.Where(row => IsLevel(row.Statistic)).ToList();
        var unit =
            asked.Unit
            ?? levels
                .GroupBy(row => Text(row.Statistic, "unit"))
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .FirstOrDefault()
                ?.Key;
        var leftOut = levels.Where(row => unit is not null && In(unit, row.Statistic, "value") is null).ToList();
        var series = rows.Except(leftOut)
            .GroupBy(row => row.Subject)
            .OrderBy(group => group.Key is null)
            .ThenBy(group => group.Key?["name"] as string, StringComparer.Ordinal)
            .ThenBy(group => group.Key?.Id, StringComparer.Ordinal);
        return new JsonObject
        {
            ["indicators"] = new JsonArray([.. Taken(asked.Indicator).Select(name => (JsonNode?)name)]),
            ["unit"] = unit,
            ["series"] = new JsonArray([.. series.Select(group => Series(group.Key, [.. group.Select(row => row.Statistic)], unit))]),
            ["incomplete"] = false,
            ["leftOut"] = new JsonArray([
                .. leftOut.Select(row => (JsonNode)new JsonObject { ["statistic"] = new JsonObject { ["id"] = row.Statistic.Id } }),
            ]),
        };
    }

    /// <summary>By the end of the period, then its start; without one last.</summary>
    private List<(PlainNode Statistic, PlainNode? Subject)> Rows(MetricQuestion asked, IReadOnlyList<string> names) =>
        [
            .. graph
                .Nodes.Where(node => node.Label == "Statistic" && names.Contains(Text(node, "indicator")))
                .Where(node => asked.Kind is null || Text(node, "kind") == asked.Kind)
                .Where(node => asked.From is null || (node["periodEnd"] is string end && string.CompareOrdinal(end, asked.From) >= 0))
                .Where(node => asked.To is null || (node["periodStart"] is string start && string.CompareOrdinal(start, asked.To) <= 0))
                .Select(node =>
                    (
                        Statistic: node,
                        Subject: graph
                            .Edges.Where(edge => edge.Type == "ABOUT" && edge.From == node)
                            .Select(edge => edge.To)
                            .FirstOrDefault()
                    )
                )
                .Where(row =>
                    asked.Subjects is null
                    || (
                        row.Subject is { } subject
                        && asked.Subjects.Any(name => Equals(subject["name"], name) || subject.Aliases.Contains(name) || subject.Id == name)
                    )
                )
                .OrderBy(row => row.Statistic["periodEnd"] is null)
                .ThenBy(row => row.Statistic["periodEnd"] as string, StringComparer.Ordinal)
                .ThenBy(row => row.Statistic["periodStart"] as string, StringComparer.Ordinal)
                .ThenBy(row => row.Statistic.Id, StringComparer.Ordinal),
        ];

    /// <summary>The names that mean the same; else the one longer name that ends alike; else the longest shorter one that does.</summary>
    private List<string> Taken(string asked)
    {
        var all = graph.Nodes.Where(node => node.Label == "Indicator").Select(node => Text(node, "name")).ToList();
        var same = new[] { asked }
            .Concat(SameAsGdp.Contains(asked) ? SameAsGdp.Where(name => name != asked) : [])
            .Where(all.Contains)
            .ToList();
        var longer = all.Where(name => EndsLike(name, asked)).ToList();
        var shorter = all.Where(name => name.Length > 2 && EndsLike(asked, name)).OrderByDescending(name => name.Length).Take(1).ToList();
        return same.Count > 0 ? same
            : longer.Count == 1 ? longer
            : longer.Count == 0 ? shorter
            : [];
    }

    private static bool EndsLike(string longer, string shorter) =>
        longer.Length > shorter.Length
        && longer.EndsWith(shorter, StringComparison.Ordinal)
        && !longer[..^shorter.Length].EndsWith("人均", StringComparison.Ordinal);

    private static JsonNode Series(PlainNode? subject, List<PlainNode> rows, string? unit)
    {
        var points = rows.Where(row => IsLevel(row) && Text(row, "kind") != "target").ToList();
        var targets = rows.Where(row => IsLevel(row) && Text(row, "kind") == "target").ToList();
        var compared = targets.SelectMany(
            target =>
                points.Where(point =>
                    Text(point, "kind") == "actual"
                    && point["periodEnd"] is { } end
                    && end.Equals(target["periodEnd"])
                    && Text(point, "measure") == Text(target, "measure")
                ),
            (target, point) => (target, point)
        );
        return new JsonObject
        {
            ["subject"] = subject is null ? null : new JsonObject { ["id"] = subject.Id },
            ["points"] = new JsonArray([.. points.Select(row => Point(row, unit!))]), // Where there are levels there is a unit.
            ["targets"] = new JsonArray([.. targets.Select(row => Point(row, unit!))]),
            ["growth"] = new JsonArray([.. rows.Where(row => !IsLevel(row)).Select(row => Point(row, Text(row, "unit")))]),
            ["comparison"] = new JsonArray([.. compared.Select(pair => Compared(pair.target, pair.point, unit!))]),
        };
    }

    private static JsonNode Compared(PlainNode target, PlainNode actual, string unit)
    {
        var difference = In(unit, actual, "value") - In(unit, target, "value");
        return new JsonObject
        {
            ["target"] = Point(target, unit),
            ["actual"] = Point(actual, unit),
            ["difference"] = difference,
            ["reached"] = Text(target, "comparator") is "<" or "<=" ? difference <= 0 : difference >= 0,
        };
    }

    private static JsonNode Point(PlainNode row, string unit) =>
        new JsonObject
        {
            ["period"] = row["periodLabel"] is string label ? new JsonObject { ["label"] = label } : null,
            ["value"] = In(unit, row, "value"),
            ["valueMax"] = row["valueMax"] is null ? null : In(unit, row, "valueMax"),
            ["unit"] = unit,
            ["comparator"] = Text(row, "comparator"),
            ["kind"] = Text(row, "kind"),
            ["measure"] = Text(row, "measure"),
            ["statistic"] = new JsonObject { ["id"] = row.Id },
        };

    /// <summary>A number in another unit; null where there is no way.</summary>
    private static decimal? In(string unit, PlainNode row, string property)
    {
        var (value, own) = ((decimal)row[property]!, Text(row, "unit")); // Asked for where it has one.
        return own == unit ? value
            : Money.TryGetValue(own, out var from) && Money.TryGetValue(unit, out var to) ? value * from / to
            : null;
    }

    private static bool IsLevel(PlainNode row) => Text(row, "measure") is "level" or "rank" or "ratio";

    private static string Text(PlainNode row, string property) => row[property] as string ?? "";
}
