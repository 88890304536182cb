using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Papers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>The policies that a paper's headings name, in the order of the text.</summary>
internal sealed class Headings
{
    /// <summary>How many headings back a sentence may look; what lies further back heads another text.</summary>
    private const int Reach = 12;

    private const int LongestKind = 8;

    private readonly List<Heading> _found = [];

    /// <summary>The title of the official paper that the whole text is; null where it is none.</summary>
    private readonly Mention? _own;

    public Headings(IReadOnlyList<Passage> passages, Paper paper)
    {
        _own = paper is { Kind: PaperKind.Official, Official: { } head }
            ? paper.Mentions.Find(m => m is { Entity: not null, Inside: false, Rule: OwnTitles.Rule } && head.Title.Contains(m.Span))
            : null;
        var titles = new Dictionary<string, Mention>(StringComparer.Ordinal);
        foreach (var passage in passages)
        {
            foreach (var title in passage.Named(EntityType.Policy))
            {
                titles.TryAdd(title.Span.Of(passage.Text).Trim('《', '》'), title);
            }
        }

        var bySpan = titles.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var passage in passages)
        {
            if (
                passage.Sentence.IsHeading
                && passage.Mentions.Count == 0
                && bySpan.TryGetValue(passage.Between(passage.Span.Start, passage.Span.End), out var repeated)
            )
            {
                _found.Add(new(repeated, passage, false));
                continue;
            }

            var isFirst = passage.Index == 0 || passages[passage.Index - 1].Sentence.Article != passage.Sentence.Article;
            foreach (var title in passage.Named(EntityType.Policy))
            {
                if (isFirst || passage.Sentence.IsHeading && title.Span.Length * 2 >= passage.Span.Length)
                {
                    foreach (var inner in passage.Within(title))
                    {
                        if (inner.Type == EntityType.Policy)
                        {
                            _found.Add(new(inner, passage, true));
                        }
                    }

                    _found.Add(new(title, passage, false));
                }
            }
        }
    }

    /// <summary>
    /// The policy whose text the passage is part of: that of the nearest heading before, else the official paper that the text is; null where
    /// no heading of its article names one, and it is none.
    /// </summary>
    /// <param name="kind">Where the sentence names it by its kind, the position of that word (办法 in 制定本办法); it then must end with
    /// that word where any does.</param>
    public Entity? Above(Passage passage, int? kind = null)
    {
        var nearest = default(Entity);
        var last = Last(passage);
        for (var i = last; i >= 0 && last - i < Reach; i--)
        {
            var heading = _found[i];
            if (heading.Passage.Sentence.Article != passage.Sentence.Article)
            {
                break;
            }

            if (kind is { } at && EndsWith(heading.Title.Entity!.Name, passage.Between(at, Math.Min(passage.Span.End, at + LongestKind))))
            {
                return heading.Title.Entity;
            }

            nearest ??= heading.IsInside ? null : heading.Title.Entity;
        }

        return nearest ?? (_own is { } own && own.Span.End <= passage.Span.Start ? own.Entity : null);
    }

    private int Last(Passage passage)
    {
        var (low, high) = (0, _found.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _found[middle].Passage.Index <= passage.Index ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    /// <summary>
    /// True where the name, brackets at its end left out, ends with a word of two characters or more that the text begins with.
    /// </summary>
    private static bool EndsWith(string name, ReadOnlySpan<char> text)
    {
        var bare = name.AsSpan();
        while (bare.Length > 0 && bare[^1] is '）' or ')' && bare.LastIndexOfAny('（', '(') is var open and > 0)
        {
            bare = bare[..open];
        }

        for (var length = Math.Min(text.Length, bare.Length); length >= 2; length--)
        {
            if (bare.EndsWith(text[..length]))
            {
                return true;
            }
        }

        return false;
    }

    private readonly record struct Heading(Mention Title, Passage Passage, bool IsInside);
}
