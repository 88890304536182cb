using PolicyGraph.Model;

namespace PolicyGraph.Api.Tests.Plain;

/// <summary>A graph as plain lists, walked from end to end for everything: slow, and short enough to be seen to be right.</summary>
public sealed class PlainGraph
{
    public List<PlainNode> Nodes { get; } = [];

    public List<PlainEdge> Edges { get; } = [];

    public IEnumerable<PlainNode> Of(IEnumerable<string> labels) => Nodes.Where(node => labels.Contains(node.Label));

    /// <summary>What stands at the other end of a node's edges, with the edge.</summary>
    public IEnumerable<PlainRow> Follow(
        PlainNode node,
        IReadOnlyCollection<string> types,
        string direction,
        IReadOnlyCollection<string> labels
    ) =>
        from edge in Edges
        where types.Contains(edge.Type)
        from other in Others(edge, node, direction)
        where labels.Contains(other.Label)
        select new PlainRow(other, edge);

    private static IEnumerable<PlainNode> Others(PlainEdge edge, PlainNode node, string direction)
    {
        if (edge.From == node && direction is not "IN")
        {
            yield return edge.To;
        }

        if (edge.To == node && direction is not "OUT")
        {
            yield return edge.From;
        }
    }
}

public sealed record PlainNode(string Id, string Label) : IPlainThing
{
    /// <summary>What each paper says: values by property.</summary>
    public List<(PlainNode Paper, Dictionary<string, object> Values)> Said { get; } = [];

    public SortedSet<string> Aliases { get; } = new(StringComparer.Ordinal);

    public List<PlainEvidence> Evidence { get; } = [];

    /// <summary>Of a document.</summary>
    public DocumentRecord? Record { get; init; }

    public object? this[string property] =>
        property switch
        {
            "id" => Id,
            "aliases" => Aliases.ToArray(),
            _ => PlainVotes.Winner(Said.Select(said => said.Values), property),
        };

    public bool Equals(PlainNode? other) => other?.Id == Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}

public sealed record PlainEdge(string Type, PlainNode From, PlainNode To, string Key) : IPlainThing
{
    public List<(PlainNode Paper, Dictionary<string, object> Values)> Said { get; } = [];

    public List<PlainEvidence> Evidence { get; } = [];

    public object? this[string property] => PlainVotes.Winner(Said.Select(said => said.Values), property);
}

/// <summary>What rests on papers: a node or an edge.</summary>
public interface IPlainThing
{
    List<PlainEvidence> Evidence { get; }

    List<(PlainNode Paper, Dictionary<string, object> Values)> Said { get; }

    object? this[string property] { get; }

    int DocumentCount => Said.Select(said => said.Paper).Distinct().Count();
}

/// <summary>One place in a list.</summary>
public sealed record PlainRow(PlainNode Node, PlainEdge? Edge);

public sealed record PlainEvidence(PlainNode Paper, TextSpan Span, string Rule, double Confidence)
{
    public string Quote => Squeezing.Squeeze(Span.Of(Paper.Record!.Text!));
}

internal static class PlainVotes
{
    /// <summary>The value that most papers give, of equally many the ordinally smallest text.</summary>
    public static object? Winner(IEnumerable<Dictionary<string, object>> said, string property) =>
        said.Where(values => values.ContainsKey(property))
            .GroupBy(values => values[property])
            .OrderByDescending(votes => votes.Count())
            .ThenBy(votes => FormattableString.Invariant($"{votes.Key}"), StringComparer.Ordinal)
            .Select(votes => votes.Key)
            .FirstOrDefault();
}
