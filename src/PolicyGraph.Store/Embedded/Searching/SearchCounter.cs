using System.Collections;
using PolicyGraph.Store.Embedded.Operators;
using PolicyGraph.Store.Searching;

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

    /// <summary>How many nodes nearly hold the text, where none does; every list is walked once.</summary>
    public int CountNear(SearchedText wanted)
    {
        var held = new byte[index.Texts.Count];
        for (var length = 1; wanted.Parts.Count > 0 && length <= index.Longest; length++)
        {
            foreach (var part in wanted.Parts)
            {
                foreach (var candidate in index.With(SearchPlace.Anywhere, part[0], part.Length > 1 ? part[1] : '\0', length))
                {
                    run.Tick();
                    if (candidate < run.Graph.Texts && ++held[candidate] == wanted.Enough && IsNew(candidate) && (isWhole || index.Texts[candidate].StandsIn(run.Graph, labels)))
                    {
                        Take(candidate);
                    }
                }
            }
        }

        return count;
    }

    private void Look(int candidate, string wanted, bool isInitials)
    {
        if (candidate >= run.Graph.Texts)
        {
            return;
        }

        if (IsNew(candidate) && ((wanted.Length <= LongestPart && isWhole) || Holds(index.Texts[candidate], wanted, isInitials)))
        {
            Take(candidate);
        }
    }

    /// <summary>True where the text's node has one of the labels and is not counted yet.</summary>
    private bool IsNew(int candidate) => index.Owners[candidate] is var owner && ((labels >> owner.Kind) & 1) != 0 && !seen[owner.Node];

    private void Take(int candidate)
    {
        seen[index.Owners[candidate].Node] = true;
        count++;
    }

    private bool Holds(SearchText text, string wanted, bool isInitials) =>
        (isInitials ? text.Folded.StartsWith(wanted, StringComparison.Ordinal) : text.Folded.Contains(wanted, StringComparison.Ordinal))
        && (isWhole || text.StandsIn(run.Graph, labels));
}
