using System.Collections;
using PolicyGraph.Store.Embedded.Operators;

namespace PolicyGraph.Store.Embedded.Searching;

/// <summary>Counts the nodes that hold a text or of whom papers say it, without scoring or sorting them: for a page that asks how many there are in all.</summary>
internal sealed class SearchCounter(Execution run, ulong labels)
{
    /// <summary>The postings of so short a text hold it for certain.</summary>
    private const int LongestPart = 2;

    private readonly SearchIndex index = run.Graph.Registry.Search;
    private readonly BitArray seen = new(run.Graph.Registry.Heads.Count);

    /// <param name="alsoQuoted">True where those count of whom papers say it.</param>
    public int Count(string wanted, bool alsoQuoted)
    {
        var count = 0;
        for (var length = LengthClass.Of(wanted.Length); length <= index.Longest; length++)
        {
            foreach (var candidate in index.Rarest(SearchPlace.Anywhere, wanted, length))
            {
                run.Tick();
                var text = index.Texts[candidate];
                count += IsNew(text) && (wanted.Length <= LongestPart || text.Folded.Contains(wanted, StringComparison.Ordinal)) && IsFirst(text) ? 1 : 0;
            }

            foreach (var candidate in index.Rarest(SearchPlace.Initials, wanted, length))
            {
                var text = index.Texts[candidate];
                count += IsNew(text) && text.Folded.StartsWith(wanted, StringComparison.Ordinal) && IsFirst(text) ? 1 : 0;
            }
        }

        return alsoQuoted ? count + new QuoteSearcher(run, labels, wanted).Find().Keys.Count(node => !seen[node]) : count;
    }

    /// <summary>False for nodes already counted, and for those that came after this version did.</summary>
    private bool IsNew(SearchText text) => text.Node < seen.Count && !seen[text.Node];

    private bool IsFirst(SearchText text) => text.StandsIn(run.Graph, labels) && (seen[text.Node] = true);
}
