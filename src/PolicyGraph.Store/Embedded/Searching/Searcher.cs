using System.Runtime.InteropServices;
using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Embedded.Operators;

namespace PolicyGraph.Store.Embedded.Searching;

/// <summary>
/// Finds nodes by a text: those that hold it, and only where none does, those that nearly do (one character wrong in a short text, a few in a longer one).
/// </summary>
internal sealed class Searcher(Execution run, ulong labels)
{
    private const int LongestQuery = 100;
    private const int ShortQuery = 4;

    private readonly SearchIndex index = run.Graph.Registry.Search;
    private readonly Dictionary<int, SearchHit> hits = [];

    /// <summary>The best hit of each node.</summary>
    public Dictionary<int, SearchHit> Find(string text)
    {
        var wanted = index.Fold(text.Trim());
        if (wanted.Length is 0 or > LongestQuery)
        {
            return hits;
        }

        FindHolding(wanted);
        if (hits.Count == 0 && wanted.Length > 1)
        {
            FindNear(wanted);
        }

        return hits;
    }

    private void FindHolding(string wanted)
    {
        foreach (var candidate in Rarest(wanted))
        {
            run.Tick();
            var text = index.Texts[candidate];
            var at = text.Folded.IndexOf(wanted, StringComparison.Ordinal);
            if (at >= 0 && (text.Field != SearchField.Initials || at == 0))
            {
                Note(text, Scoring.Holding(text, wanted, at), text.Field == SearchField.Initials ? null : at, wanted.Length);
            }
        }
    }

    private ReadOnlySpan<int> Rarest(string wanted)
    {
        var rarest = index.With(wanted[0], wanted.Length > 1 ? wanted[1] : '\0');
        for (var i = 1; i + 1 < wanted.Length; i++)
        {
            var list = index.With(wanted[i], wanted[i + 1]);
            rarest = list.Length < rarest.Length ? list : rarest;
        }

        return rarest;
    }

    private void FindNear(string wanted)
    {
        var isShort = wanted.Length <= ShortQuery;
        var counts = new Dictionary<int, int>();
        var parts = isShort ? wanted.Length : wanted.Length - 1;
        for (var i = 0; i < parts; i++)
        {
            foreach (var candidate in index.With(wanted[i], isShort ? '\0' : wanted[i + 1]))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, candidate, out _)++;
            }
        }

        // One wrong character spoils one part of a short text, two pairs of a longer one.
        var enough = isShort ? parts - 1 : Math.Max((parts + 1) / 2, parts - 4);
        foreach (var (candidate, count) in counts)
        {
            run.Tick();
            if (count >= enough && index.Texts[candidate] is { Field: not SearchField.Initials } text)
            {
                Note(text, Scoring.Near(text, wanted, (double)count / parts), null, 0);
            }
        }
    }

    private void Note(SearchText text, double score, int? at, int length)
    {
        if (run.Graph.Nodes[text.Node] is not { } node || (node.Kind.Bit & labels) == 0 || !StillHas(node, text))
        {
            return;
        }

        ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(hits, text.Node, out var exists);
        if (!exists || score > best.Score || (score == best.Score && string.CompareOrdinal(text.Text, best.Text.Text) < 0))
        {
            best = new SearchHit(text, score, at is { } start ? (start, start + length) : null);
        }
    }

    private static bool StillHas(Node node, SearchText text) => text.Field switch
    {
        SearchField.DocumentNumber => Has(node, "documentNumber", text.Text),
        SearchField.Title => Has(node, "title", text.Text),
        _ => Names.Bears(node, text.Text),
    };

    private static bool Has(Node node, string property, string text) =>
        node.Kind.Properties.TryGetValue(property, out var place) && node.Values[place]?.Text == text;
}

/// <summary>A node found.</summary>
/// <param name="Place">Where the text stands in the value; null where it does so only nearly.</param>
internal readonly record struct SearchHit(SearchText Text, double Score, (int Start, int End)? Place);

/// <summary>
/// How well a text fits, from 0 to 1: the very name, an alias, a beginning, an end, a part, nearly; within these, the more of the name it covers
/// the better. Of equals, the one with more papers goes first.
/// </summary>
internal static class Scoring
{
    private const double Name = 1;
    private const double Alias = 0.9;
    private const double Beginning = 0.8;
    private const double End = 0.7;
    private const double Part = 0.6;
    private const double Covered = 0.09;
    private const double Nearly = 0.4;

    public static double Holding(SearchText text, string wanted, int at)
    {
        var isWhole = text.Folded.Length == wanted.Length;
        return (isWhole, text.Field) switch
        {
            (true, SearchField.Name or SearchField.DocumentNumber or SearchField.Title) => Name,
            (true, _) => Alias,
            _ => Math.Round(Place(text, wanted, at) + (Covered * wanted.Length / text.Folded.Length), 6),
        };
    }

    private static double Place(SearchText text, string wanted, int at) =>
        at == 0 ? Beginning : at + wanted.Length == text.Folded.Length ? End : Part;

    /// <param name="share">How much of what was wanted is there, from 0 to 1.</param>
    public static double Near(SearchText text, string wanted, double share) =>
        Math.Round(Nearly * share * Math.Min(1, (double)wanted.Length / text.Folded.Length), 6);
}
