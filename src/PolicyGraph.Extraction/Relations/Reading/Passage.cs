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
    public List<Mention> Mentions { get; } = [];

    /// <summary>The names inside other names, in the order of the text.</summary>
    public List<Mention> Inner { get; } = [];

    public List<Group> Groups { get; } = [];

    /// <summary>Those that lie in no name.</summary>
    public List<Trigger> Triggers { get; } = [];

    public string Text => Reading.Text;

    public TextSpan Span => Sentence.Span;

    public IEnumerable<Trigger> Of(Cue cue) => Of(cue, cue);

    public IEnumerable<Trigger> Of(Cue cue, Cue other) => Having(Triggers, t => t.Cue == cue || t.Cue == other);

    /// <summary>The names of a type that lie in no other name.</summary>
    public IEnumerable<Mention> Named(EntityType type) => Having(Mentions, m => m.Type == type);

    /// <summary>The names of a type, those inside other names after the others.</summary>
    public IEnumerable<Mention> NamedAnywhere(EntityType type) => Inner.Exists(m => m.Type == type) ? Mentions.Concat(Inner).Where(m => m.Type == type) : Named(type);

    /// <summary>The lists of names of one of the kinds.</summary>
    public IEnumerable<Group> Lists(Kinds kinds) => Having(Groups, g => g.IsOf(kinds));

    /// <summary>The text from one position to another, as far as there is any; empty where they are out of order.</summary>
    public ReadOnlySpan<char> Between(int start, int end) => Math.Min(end, Text.Length) is var last && last > start ? Text.AsSpan(start, last - start) : [];

    /// <summary>True where <paramref name="word"/> ends right before <paramref name="position"/>.</summary>
    public bool EndsBefore(int position, string word) => Between(Span.Start, position).EndsWith(word);

    /// <summary>The names inside <paramref name="outer"/>.</summary>
    public IEnumerable<Mention> Within(Mention outer)
    {
        var first = Inner.Count == 0 ? 0 : First(Inner, m => m.Span.Start >= outer.Span.Start);
        return first < Inner.Count && Inner[first].Span.Start < outer.Span.End ? Within(outer, first) : [];
    }

    /// <summary>Index of the last list that ends at or before <paramref name="position"/>; -1 where none does.</summary>
    public int LastGroupBefore(int position) => First(Groups, g => g.Span.End > position) - 1;

    /// <summary>Index of the first list that starts at or after <paramref name="position"/>; the count of lists where none does.</summary>
    public int FirstGroupFrom(int position) => First(Groups, g => g.Span.Start >= position);

    private IEnumerable<Mention> Within(Mention outer, int first)
    {
        for (var i = first; i < Inner.Count && Inner[i].Span.Start < outer.Span.End; i++)
        {
            if (Inner[i].Span.End <= outer.Span.End && Inner[i].Entity != outer.Entity)
            {
                yield return Inner[i];
            }
        }
    }

    // Most questions of most rules are answered by nothing: that costs no enumerator.
    private static IEnumerable<T> Having<T>(List<T> items, Predicate<T> holds) => items.FindIndex(holds) is >= 0 and var first ? From(items, first, holds) : [];

    private static IEnumerable<T> From<T>(List<T> items, int first, Predicate<T> holds)
    {
        for (var i = first; i < items.Count; i++)
        {
            if (holds(items[i]))
            {
                yield return items[i];
            }
        }
    }

    private static int First<T>(List<T> items, Predicate<T> holds)
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
