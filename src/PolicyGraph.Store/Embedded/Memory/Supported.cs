using PolicyGraph.Store.Embedded.Collections;

namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>A node or an edge in one version of the graph: what its papers say of it, put together.</summary>
/// <param name="values">In the order of its type's properties.</param>
/// <param name="support">What each paper says, by the paper's id.</param>
internal abstract class Supported(Value?[] values, OrderedList<Contribution> support)
{
    public Value?[] Values => values;

    public OrderedList<Contribution> Support => support;
}

/// <summary>What one paper says of a node or an edge.</summary>
internal sealed record Contribution(NodeHead Document, Value?[] Values, IReadOnlyList<string> Aliases, OrderedList<EvidenceRow> Evidence);

/// <summary>One place where a paper says it; see <see cref="Facts.EvidenceFact"/>.</summary>
/// <param name="Start">−1 where the place is not known.</param>
internal readonly record struct EvidenceRow(int Start, int End, int Article, string Rule, double Confidence, string? Quote);

/// <summary>Contributions by the ids of their papers.</summary>
internal readonly struct ContributionOrder : IComparer<Contribution>
{
    public int Compare(Contribution? x, Contribution? y) => x!.Document.Id.CompareTo(y!.Document.Id); // Lists of contributions hold no nulls.
}
