using System.Collections;
using PolicyGraph.Store.Embedded.Operators;

namespace PolicyGraph.Store.Embedded.Searching;

/// <summary>Counts the nodes that hold a text or of whom papers say it, without scoring or sorting them: for a page that asks how many there are in all.</summary>
internal sealed class SearchCounter(Execution run, ulong labels)
{
    /// <summary>The postings of so short a text hold it for certain.</summary>
    private const int LongestPart = 2;

    private readonly SearchIndex index = run.Graph.Registry.Search;

    /// <summary>True where all texts that there were when the version was made are of it, so that none need be looked at for that.</summary>
    private readonly bool isWhole = !run.Graph.Registry.Search.HasLost;

    private readonly BitArray seen = new(run.Graph.Registry.Heads.Count);
    private int count;

    /// <param name="alsoQuoted">True where those count of whom papers say it.</param>
    public int Count(string wanted, bool alsoQuoted)
    {
        for (var length = LengthClass.Of(wanted.Length); length <= index.Longest; length++)
        {
            foreach (var candidate in index.All(wanted, length))
            {
                run.Tick();
                Look(candidate, wanted, isInitials: false);
            }

            foreach (var candidate in index.Rarest(SearchPlace.Initials, wanted, length))
            {
                Look(candidate, wanted, isInitials: true);
            }
        }

        return alsoQuoted ? count + new QuoteSearcher(run, labels, wanted).Find().Keys.Count(node => !seen[node]) : count;
    }

    private void Look(int candidate, string wanted, bool isInitials)
    {
        if (candidate >= run.Graph.Texts)
        {
            return;
        }

        var owner = index.Owners[candidate];
        if (seen[owner.Node] || ((labels >> owner.Kind) & 1) == 0)
        {
            return;
        }

        if ((wanted.Length <= LongestPart && isWhole) || Holds(index.Texts[candidate], wanted, isInitials))
        {
            seen[owner.Node] = true;
            count++;
        }
    }

    private bool Holds(SearchText text, string wanted, bool isInitials) =>
        (isInitials ? text.Folded.StartsWith(wanted, StringComparison.Ordinal) : text.Folded.Contains(wanted, StringComparison.Ordinal))
        && (isWhole || text.StandsIn(run.Graph, labels));
}
