using System.Collections;
using PolicyGraph.Store.Embedded.Operators;
using PolicyGraph.Store.Searching;

namespace PolicyGraph.Store.Embedded.Searching;

/// <summary>
/// Counts the nodes that hold a text or of whom papers say it, without scoring or sorting them: for a page that asks how many there are in
/// all.
/// </summary>
internal sealed class SearchCounter(Execution run, ulong labels)
{
    /// <summary>The postings of so short a text hold it for certain.</summary>
    private const int LongestPart = 2;

    private readonly SearchIndex _index = run.Graph.Registry.Search;

    /// <summary>
    /// True where all texts that there were when the version was made are of it, so that none need be looked at for that.
    /// </summary>
    private readonly bool _isWhole = !run.Graph.Registry.Search.HasLost;

    private readonly BitArray _seen = new(run.Graph.Registry.Heads.Count);
    private int _count;

    /// <param name="alsoQuoted">True where those count of whom papers say it.</param>
    public int Count(string wanted, bool alsoQuoted)
    {
        for (var length = LengthClass.Of(wanted.Length); length <= _index.Longest; length++)
        {
            foreach (var candidate in _index.All(wanted, length))
            {
                run.Tick();
                Look(candidate, wanted, isInitials: false);
            }

            foreach (var candidate in _index.Rarest(SearchPlace.Initials, wanted, length))
            {
                Look(candidate, wanted, isInitials: true);
            }
        }

        return alsoQuoted ? _count + new QuoteSearcher(run, labels, wanted).Find().Keys.Count(node => !_seen[node]) : _count;
    }

    /// <summary>How many nodes nearly hold the text, where none does; every list is walked once.</summary>
    public int CountNear(SearchedText wanted)
    {
        var held = new byte[_index.Texts.Count];
        for (var length = 1; wanted.Parts.Count > 0 && length <= _index.Longest; length++)
        {
            foreach (var part in wanted.Parts)
            {
                foreach (var candidate in _index.With(SearchPlace.Anywhere, part[0], part.Length > 1 ? part[1] : '\0', length))
                {
                    run.Tick();
                    if (
                        candidate < run.Graph.Texts
                        && ++held[candidate] == wanted.Enough
                        && IsNew(candidate)
                        && (_isWhole || _index.Texts[candidate].StandsIn(run.Graph, labels))
                    )
                    {
                        Take(candidate);
                    }
                }
            }
        }

        return _count;
    }

    private void Look(int candidate, string wanted, bool isInitials)
    {
        if (candidate >= run.Graph.Texts)
        {
            return;
        }

        if (IsNew(candidate) && ((wanted.Length <= LongestPart && _isWhole) || Holds(_index.Texts[candidate], wanted, isInitials)))
        {
            Take(candidate);
        }
    }

    /// <summary>True where the text's node has one of the labels and is not counted yet.</summary>
    private bool IsNew(int candidate) => _index.Owners[candidate] is var owner && ((labels >> owner.Kind) & 1) != 0 && !_seen[owner.Node];

    private void Take(int candidate)
    {
        _seen[_index.Owners[candidate].Node] = true;
        _count++;
    }

    private bool Holds(SearchText text, string wanted, bool isInitials) =>
        (isInitials ? text.Folded.StartsWith(wanted, StringComparison.Ordinal) : text.Folded.Contains(wanted, StringComparison.Ordinal))
        && (_isWhole || text.StandsIn(run.Graph, labels));
}
