using System.Runtime.InteropServices;
using PolicyGraph.Store.Embedded.Operators;
using PolicyGraph.Store.Queries;
using PolicyGraph.Store.Searching;

namespace PolicyGraph.Store.Embedded.Searching;

/// <summary>
/// Finds nodes by a text: those that hold it, then those of whom papers say it, and only where there are none, those that nearly do (one
/// character wrong in a short text, a few in a longer one). It goes from texts that can score highest to those that can lowest, and stops
/// once all rows that the page asks for score higher than any text to come.
/// </summary>
/// <param name="reach">How far the page looks into the list; null for all of it.</param>
internal sealed class Searcher(Execution run, ulong labels, SearchReach? reach)
{
    /// <summary>The kinds of fit that are not the whole text, best first.</summary>
    private static readonly (SearchPlace Place, int Score)[] Fits =
    [
        (SearchPlace.Beginning, Scoring.Beginning),
        (SearchPlace.End, Scoring.End),
        (SearchPlace.Anywhere, Scoring.Part),
    ];

    private readonly SearchIndex _index = run.Graph.Registry.Search;
    private readonly Dictionary<int, SearchHit> _hits = run.Hits = [];

    /// <summary>Nodes that were found but are not known yet to be in front of all to come.</summary>
    private readonly List<int> _open = [];

    private long _settled;

    /// <summary>True where something is called by the very text: then quotes, which are full of names, are not looked at.</summary>
    public bool IsNamed { get; private set; }

    /// <summary>Puts the best hit of each node that the page can show into <see cref="Execution.Hits"/>.</summary>
    /// <returns>True where these hold the text, false where they nearly do or there are none.</returns>
    public bool Find(SearchedText wanted)
    {
        if (wanted.Folded.Length > 0)
        {
            FindHolding(wanted.Folded);
            FindQuoted(wanted.Folded);
        }

        var isHeld = _hits.Count > 0;
        if (!isHeld && wanted.Parts.Count > 0)
        {
            FindNear(wanted);
        }

        return isHeld;
    }

    private void FindHolding(string wanted)
    {
        var whole = LengthClass.Of(wanted.Length);
        Look(SearchPlace.Anywhere, wanted, whole);
        Look(SearchPlace.Initials, wanted, whole);
        foreach (var (place, score) in reach is null ? Fits[^1..] : Fits)
        {
            for (var length = whole + 1; length <= _index.Longest; length++)
            {
                if (IsEnough(score + (Scoring.Covered * wanted.Length / LengthClass.Shortest(length))))
                {
                    return;
                }

                Look(place, wanted, length);
                if (place == Fits[0].Place || reach is null)
                {
                    Look(SearchPlace.Initials, wanted, length);
                }
            }
        }
    }

    /// <summary>What papers say something of, below what is called so.</summary>
    private void FindQuoted(string wanted)
    {
        if (!IsNamed && !IsEnough(Scoring.Quoting(wanted.Length, wanted.Length)))
        {
            foreach (var (node, hit) in new QuoteSearcher(run, labels, wanted).Find())
            {
                _hits.TryAdd(node, hit);
            }
        }
    }

    private void Look(SearchPlace place, string wanted, int lengthClass)
    {
        foreach (var candidate in _index.Rarest(place, wanted, lengthClass))
        {
            run.Tick();
            var text = _index.Texts[candidate];
            var at =
                place == SearchPlace.Initials
                    ? (text.Folded.StartsWith(wanted, StringComparison.Ordinal) ? 0 : -1)
                    : text.Folded.IndexOf(wanted, StringComparison.Ordinal);
            if (at >= 0)
            {
                Note(
                    text,
                    Scoring.Holding(text.Field, text.Folded.Length, wanted.Length, at),
                    place == SearchPlace.Initials ? null : at,
                    wanted.Length
                );
            }
        }
    }

    /// <summary>Texts that hold many of the parts and are short score highest, so it goes by both.</summary>
    private void FindNear(SearchedText wanted)
    {
        var (length, parts) = (wanted.Folded.Length, wanted.Parts.Count);
        var turns = new List<(int Most, int Found, ArraySegment<int>[] Lists)>();
        for (var lengthClass = 1; lengthClass <= _index.Longest; lengthClass++)
        {
            ArraySegment<int>[] lists =
            [
                .. wanted
                    .Parts.Select(part => _index.With(SearchPlace.Anywhere, part[0], part.Length > 1 ? part[1] : '\0', lengthClass))
                    .OrderBy(list => list.Count),
            ];
            for (var found = wanted.Enough; found <= lists.Count(list => list.Count > 0); found++)
            {
                turns.Add((Scoring.Near(Math.Max(length, LengthClass.Shortest(lengthClass)), length, found, parts), found, lists));
            }
        }

        foreach (var (most, found, lists) in turns.OrderByDescending(turn => turn.Most))
        {
            if (IsEnough(most))
            {
                return;
            }

            LookNear(length, found, lists);
        }
    }

    /// <summary>Notes texts that are in so many of the lists: such a text is in one of the few shortest.</summary>
    private void LookNear(int length, int enough, ArraySegment<int>[] lists)
    {
        var few = lists.Length - enough + 1;
        var counts = new Dictionary<int, int>();
        foreach (var candidate in lists.Take(few).SelectMany(list => list))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, candidate, out _)++;
        }

        foreach (var (candidate, count) in counts)
        {
            run.Tick();
            var found = count;
            foreach (var list in lists.AsSpan(few))
            {
                found += list.AsSpan().BinarySearch(candidate) >= 0 ? 1 : 0;
            }

            if (found >= enough)
            {
                var text = _index.Texts[candidate];
                Note(text, Scoring.Near(text.Folded.Length, length, found, lists.Length), null, 0);
            }
        }
    }

    /// <summary>True where the page has its rows among those that score more than all to come.</summary>
    /// <param name="most">What the best of the texts to come can score.</param>
    private bool IsEnough(int most)
    {
        if (reach is null)
        {
            return false;
        }

        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_hits[_open[i]].Score > most)
            {
                _settled += reach.Covers(run, _open[i]) ? 1 : 0;
                _open[i] = _open[^1];
                _open.RemoveAt(_open.Count - 1);
            }
        }

        return _settled >= reach.Rows;
    }

    private void Note(SearchText text, int score, int? at, int length)
    {
        if (!text.StandsIn(run.Graph, labels))
        {
            return;
        }

        IsNamed |= score >= Scoring.Alias;
        ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(_hits, text.Node, out var exists);
        if (!exists || score > best.Score || (score == best.Score && IsBefore(text, best.Text)))
        {
            best = new SearchHit(text, score, at is { } start ? (start, start + length) : null);
            if (!exists)
            {
                _open.Add(text.Node);
            }
        }
    }

    private static bool IsBefore(SearchText left, SearchText right) =>
        left.Field != right.Field ? left.Field < right.Field : string.CompareOrdinal(left.Text, right.Text) < 0;
}

/// <summary>How far a page looks into what is found.</summary>
/// <param name="Rows">So many rows after <paramref name="After"/>.</param>
internal sealed record SearchReach(RowOrder Order, Cursor? After, long Rows)
{
    /// <summary>True where a node found is one of those rows, or comes later.</summary>
    public bool Covers(Execution run, int node) => After is null || Order.Compare(run, null, new Row(node, -1, -1), After) > 0;
}

/// <summary>A node found.</summary>
/// <param name="Score">In millionths; see <see cref="Scoring"/>.</param>
/// <param name="Place">Where the text stands in the value; null where it does so only nearly.</param>
internal readonly record struct SearchHit(SearchText Text, int Score, (int Start, int End)? Place)
{
    /// <summary>Of what was found in a quote.</summary>
    public SearchSource? Source { get; init; }
}
