using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>A sentence as the rules read it: names, lists of names, trigger words. All spans are positions of the squeezed text.</summary>
internal sealed class Passage
{
    public required PaperReading Reading { get; init; }

    public required Sentence Sentence { get; init; }

    /// <summary>Its place among the paper's passages.</summary>
    public required int Index { get; init; }

    /// <summary>The names that lie in no other name, in the order of the text.</summary>
    public required IReadOnlyList<Mention> Mentions { get; init; }

    /// <summary>The names inside other names, in the order of the text.</summary>
    public required IReadOnlyList<Mention> Inner { get; init; }

    public required IReadOnlyList<Group> Groups { get; init; }

    /// <summary>Those that lie in no name.</summary>
    public required IReadOnlyList<Trigger> Triggers { get; init; }

    public string Text => Reading.Text;

    public TextSpan Span => Sentence.Span;

    public IEnumerable<Trigger> Of(Cue cue) => Triggers.Where(t => t.Cue == cue);

    public IEnumerable<Trigger> Of(Cue cue, Cue other) => Triggers.Where(t => t.Cue == cue || t.Cue == other);

    /// <summary>The text from one position to another, as far as there is any; empty where they are out of order.</summary>
    public ReadOnlySpan<char> Between(int start, int end) => Math.Min(end, Text.Length) is var last && last > start ? Text.AsSpan(start, last - start) : [];

    /// <summary>True where <paramref name="word"/> ends right before <paramref name="position"/>.</summary>
    public bool EndsBefore(int position, string word) => Between(Span.Start, position).EndsWith(word);

    /// <summary>The names inside <paramref name="outer"/>.</summary>
    public IEnumerable<Mention> Within(Mention outer)
    {
        for (var i = First(Inner, m => m.Span.Start >= outer.Span.Start); i < Inner.Count && Inner[i].Span.Start < outer.Span.End; i++)
        {
            if (Inner[i].Span.End <= outer.Span.End && Inner[i].Entity != outer.Entity)
            {
                yield return Inner[i];
            }
        }
    }

    /// <summary>Index of the last list that ends at or before <paramref name="position"/>; -1 where none does.</summary>
    public int LastGroupBefore(int position) => First(Groups, g => g.Span.End > position) - 1;

    /// <summary>Index of the first list that starts at or after <paramref name="position"/>; the count of lists where none does.</summary>
    public int FirstGroupFrom(int position) => First(Groups, g => g.Span.Start >= position);

    private static int First<T>(IReadOnlyList<T> items, Predicate<T> holds)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(items[middle]) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
