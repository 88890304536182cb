using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Loading;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Properties of one evidence row: elements of the arrays that its relationship carries.</summary>
internal static class EvidenceColumns
{
    /// <exception cref="UnknownNameException">Evidence has no such property.</exception>
    public static PropertyText Property(string edge, string index, string name) =>
        name switch
        {
            "quote" => new($"{edge}.{EvidenceRows.Quotes}[{index}]", PropertyKind.Date), // Compared by Neo4j's own order of texts: nobody orders quotes.
            "start" => new(Place(edge, index, EvidenceRows.Starts), PropertyKind.Integer),
            "end" => new(Place(edge, index, EvidenceRows.Ends), PropertyKind.Integer),
            "rule" => new($"nullIf({edge}.{EvidenceRows.Rules}[{index}], '')", PropertyKind.Date),
            "confidence" => new($"{edge}.{EvidenceRows.Confidences}[{index}]", PropertyKind.Number),
            _ => throw new UnknownNameException($"Evidence has no property {name}; it has quote, start, end, rule and confidence."),
        };

    private static string Place(string edge, string index, string array) => $"nullIf({edge}.{array}[{index}], -1)";
}
