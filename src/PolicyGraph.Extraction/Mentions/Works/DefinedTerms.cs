using System.Buffers;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>The short forms that one paper defines for its policies, publications and events, each with the work meant from there on.</summary>
internal sealed class DefinedTerms
{
    private const int ShortestWithoutMarks = 3;

    private readonly Dictionary<string, List<Mention>> _meanings = new(StringComparer.Ordinal);

    private DefinedTerms()
    {
    }

    public static DefinedTerms Of(Paper paper, List<Mention> works)
    {
        var terms = new DefinedTerms();
        foreach (var work in works)
        {
            if (Definitions.After(paper.Text, work.Span.End) is { } span)
            {
                var term = span.Of(paper.Text);
                if (!terms._meanings.TryGetValue(term, out var meanings))
                {
                    terms._meanings.Add(term, meanings = []);
                }

                meanings.Add(work);
            }
        }

        return terms;
    }

    /// <summary>The work that a term means at a position: the last one before it that it was defined for.</summary>
    public Mention? Meaning(ReadOnlySpan<char> term, int position) =>
        _meanings.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(term, out var meanings)
            ? meanings.FindLast(m => m.Span.Start < position) ?? meanings[0]
            : null;

    /// <summary>Adds the places where a term stands without 《》.</summary>
    public void Find(Paper paper, List<Mention> found)
    {
        var terms = _meanings.Keys.Where(t => t.Length >= ShortestWithoutMarks).OrderByDescending(t => t.Length).ThenBy(t => t, StringComparer.Ordinal).ToArray();
        if (terms.Length == 0)
        {
            return;
        }

        var any = SearchValues.Create(terms, StringComparison.Ordinal);
        var text = paper.Text.AsSpan();
        for (var at = 0; at < text.Length;)
        {
            var next = text[at..].IndexOfAny(any);
            if (next < 0)
            {
                return;
            }

            at += next;
            var term = Longest(terms, text[at..]);
            if ((at == 0 || text[at - 1] != '《') && Meaning(term, at) is { } work && !work.Span.Contains(at))
            {
                found.Add(WorkShortForms.Short(new(at, at + term.Length), work, "work.defined-term"));
            }

            at += term.Length;
        }
    }

    private static string Longest(string[] terms, ReadOnlySpan<char> text)
    {
        foreach (var term in terms)
        {
            if (text.StartsWith(term))
            {
                return term;
            }
        }

        return "";
    }
}
