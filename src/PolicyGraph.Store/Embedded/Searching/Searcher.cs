using System.Runtime.InteropServices;
using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Embedded.Operators;
using PolicyGraph.Store.Searching;

namespace PolicyGraph.Store.Embedded.Searching;

/// <summary>
/// Finds nodes by a text: those that hold it, and only where none does, those that nearly do (one character wrong in a short text, a few in a longer one).
/// </summary>
internal sealed class Searcher(Execution run, ulong labels)
{
    private readonly SearchIndex index = run.Graph.Registry.Search;
    private readonly Dictionary<int, SearchHit> hits = [];

    /// <summary>The best hit of each node.</summary>
    public Dictionary<int, SearchHit> Find(string? text)
    {
        var wanted = index.Wanted(text);
        if (wanted.Folded.Length > 0)
        {
            FindHolding(wanted.Folded);
            FindInitials(wanted.Folded);
        }

        if (hits.Count == 0 && wanted.Parts.Count > 0)
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
            if (at >= 0)
            {
                Note(text, Scoring.Holding(text.Field, text.Folded.Length, wanted.Length, at), at, wanted.Length);
            }
        }
    }

    /// <summary>One letter says too little, and of several those in the middle of a name as well.</summary>
    private void FindInitials(string wanted)
    {
        foreach (var candidate in wanted.Length > 1 ? index.WithInitials(wanted[0], wanted[1]) : [])
        {
            run.Tick();
            var text = index.Texts[candidate];
            if (text.Folded.StartsWith(wanted, StringComparison.Ordinal))
            {
                Note(text, Scoring.Holding(text.Field, text.Folded.Length, wanted.Length, at: 0), null, wanted.Length);
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

    private void FindNear(SearchedText wanted)
    {
        var counts = new Dictionary<int, int>();
        foreach (var part in wanted.Parts)
        {
            foreach (var candidate in index.With(part[0], part.Length > 1 ? part[1] : '\0'))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, candidate, out _)++;
            }
        }

        foreach (var (candidate, count) in counts)
        {
            run.Tick();
            if (count >= wanted.Enough)
            {
                var text = index.Texts[candidate];
                Note(text, Scoring.Near(text.Folded.Length, wanted.Folded.Length, count, wanted.Parts.Count), null, 0);
            }
        }
    }

    private void Note(SearchText text, int score, int? at, int length)
    {
        if (run.Graph.Nodes[text.Node] is not { } node || (node.Kind.Bit & labels) == 0 || !StillHas(node, text))
        {
            return;
        }

        ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(hits, text.Node, out var exists);
        if (!exists || score > best.Score || (score == best.Score && IsBefore(text, best.Text)))
        {
            best = new SearchHit(text, score, at is { } start ? (start, start + length) : null);
        }
    }

    private static bool IsBefore(SearchText left, SearchText right) =>
        left.Field != right.Field ? left.Field < right.Field : string.CompareOrdinal(left.Text, right.Text) < 0;

    private static bool StillHas(Node node, SearchText text) => text.Field switch
    {
        SearchField.DocumentNumber => Has(node, "documentNumber", text.Text),
        SearchField.Title => Has(node, "title", text.Text),
        SearchField.Name => Names.NameOf(node) == text.Text,
        SearchField.Alias => HasAlias(node, text.Text),
        _ => Names.NameOf(node) == text.Text || HasAlias(node, text.Text),
    };

    private static bool HasAlias(Node node, string text) => node.Kind.Aliases >= 0 && node.Values[node.Kind.Aliases]?.List.Contains(text) == true;

    private static bool Has(Node node, string property, string text) =>
        node.Kind.Properties.TryGetValue(property, out var place) && node.Values[place]?.Text == text;
}

/// <summary>A node found.</summary>
/// <param name="Score">In millionths; see <see cref="Scoring"/>.</param>
/// <param name="Place">Where the text stands in the value; null where it does so only nearly.</param>
internal readonly record struct SearchHit(SearchText Text, int Score, (int Start, int End)? Place);
