using System.Runtime.InteropServices;
using PolicyGraph.Store.Embedded.Collections;

namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>What papers newly say, or no longer say, of one node or edge.</summary>
internal abstract class SupportChange
{
    private readonly List<(NodeHead Document, Contribution? Contribution)> _changes = [];

    /// <summary>True where papers say other things than before.</summary>
    protected bool IsTouched => _changes.Count > 0;

    public void Put(Contribution contribution) => _changes.Add((contribution.Document, contribution));

    public void Remove(NodeHead document) => _changes.Add((document, null));

    /// <summary>The support after the changes, the last of each paper standing.</summary>
    protected OrderedList<Contribution> Apply(OrderedList<Contribution> before)
    {
        var sorted = _changes.Count == 1 ? _changes : LastOfEach();
        var list = sorted.ConvertAll(static change =>
            change.Contribution is { } said
                ? new Change<Contribution>(said, Remove: false)
                : new Change<Contribution>(Gone(change.Document), Remove: true)
        );
        return before.Apply<ContributionOrder>(CollectionsMarshal.AsSpan(list), default);
    }

    private static Contribution Gone(NodeHead document) => new(document, [], [], default);

    private List<(NodeHead Document, Contribution? Contribution)> LastOfEach() =>
        [.. _changes.GroupBy(change => change.Document.Id).OrderBy(group => group.Key).Select(group => group.Last())];
}
