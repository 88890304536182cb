using PolicyGraph.Store.Facts;

namespace PolicyGraph.Store.Changes;

/// <summary>
/// What one transaction of a store changed; told once it is in force and readers see it, in the order of the transactions.
/// </summary>
/// <param name="Documents">In the order in which they came; those that changed nothing are not among them.</param>
public sealed record GraphCommit(IReadOnlyList<DocumentChange> Documents);

/// <summary>What became of one document.</summary>
/// <param name="DocumentId">As in <see cref="WriteOutcome.DocumentId"/>.</param>
/// <param name="TakenIn">How it came in; null where it was taken away.</param>
/// <param name="Facts">What it says now, what it said before, and what a version that it replaced said: all that may have changed. Empty
/// where only its sources did.</param>
public sealed record DocumentChange(string DocumentId, WriteOutcome? TakenIn, IReadOnlyList<DocumentFacts> Facts)
{
    /// <summary>The labels of the nodes that may have changed, the document's own included.</summary>
    public IReadOnlySet<string> Labels() =>
        Facts
            .SelectMany(facts => facts.Nodes)
            .Select(node => node.Id.Label)
            .Append(Store.Facts.Labels.Document)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a node is among those that may have changed.</summary>
    public bool Touches(IReadOnlySet<NodeId> nodes) => Facts.Any(facts => facts.Nodes.Any(node => nodes.Contains(node.Id)));
}
