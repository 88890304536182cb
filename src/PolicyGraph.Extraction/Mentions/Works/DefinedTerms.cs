using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// The short forms that one paper defines for its policies, publications and events, each with the work meant from there on.
/// </summary>
internal sealed class DefinedTerms
{
    private const int ShortestWithoutMarks = 3;

    private readonly Dictionary<string, List<Mention>> _meanings = new(StringComparer.Ordinal);

    private DefinedTerms() { }

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
        var terms = new NameSearch(_meanings.Keys.Where(term => term.Length >= ShortestWithoutMarks));
        var text = paper.Text.AsSpan();
        for (var at = terms.NextStart(text, 0); at < text.Length; at = terms.NextStart(text, at))
        {
            var length = terms.LengthAt(text, at);
            if (
                length > 0
                && (at == 0 || text[at - 1] != '《')
                && Meaning(text.Slice(at, length), at) is { } work
                && !work.Span.Contains(at)
            )
            {
                found.Add(WorkShortForms.Short(new(at, at + length), work, "work.defined-term"));
            }

            at += Math.Max(length, 1);
        }
    }
}
