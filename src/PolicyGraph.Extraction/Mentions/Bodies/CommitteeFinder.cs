using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// An event's organizing committee: by the event's name (远博会组委会), and by its short forms (组委会, 论坛组委会, 大会组委会办公室),
/// which are the one that the text has named before them, or the only one that it names. A name that starts with a place is found by its
/// suffix too.
/// </summary>
internal sealed class CommitteeFinder : IBodyFinder
{
    private const string Committee = "组委会";
    private const string Office = "办公室";
    private const string Rule = "organization.committee";
    private const int ShortestEvent = 3;
    private const int LongestEvent = 30;

    /// <summary>What an event's name ends with: 会, 论坛, 大赛, 展, 节, 周.</summary>
    private const string EventEnds = "会坛赛展节周";

    public void Find(Paper paper, Surroundings surroundings)
    {
        var text = paper.Text;
        var at = text.IndexOf(Committee, StringComparison.Ordinal);
        if (at < 0)
        {
            return;
        }

        var known = paper
            .Mentions.Where(m =>
                m.Type == EntityType.Organization && m.Form == MentionForm.Name && text.AsSpan(0, m.Span.End).EndsWith(Committee)
            )
            .GroupBy(m => m.Span.End)
            .ToDictionary(g => g.Key, g => g.First().Name);
        var found = new List<Mention>();
        for (; at >= 0; at = text.IndexOf(Committee, at + 1, StringComparison.Ordinal))
        {
            var end = at + Committee.Length;
            var full = FullStart(paper, surroundings, at);
            var name = known.GetValueOrDefault(end) ?? (full < at ? text[full..end] : null);
            Add(found, new(full < at ? full : ShortStart(paper, at), end), name, Committee);
            if (text.AsSpan(end).StartsWith(Office))
            {
                Add(found, new(found[^1].Span.Start, end + Office.Length), name is null ? null : name + Office, Committee + Office);
            }
        }

        NameShort(found);
        paper.Mentions.AddRange(found);
    }

    /// <summary>Where the event's own name begins that stands before the word; the word's own start where none does.</summary>
    private static int FullStart(Paper paper, Surroundings surroundings, int end)
    {
        var start = NameStart.Find(paper, end, surroundings.SentenceStart(end));
        return
            end - start is >= ShortestEvent and <= LongestEvent
            && EventEnds.Contains(paper.Text[end - 1], StringComparison.Ordinal)
            && paper.Text[start] is not ('本' or '此' or '该' or '大' or '各')
            && !NameParts.Read(paper, start, end).IsClass
            && ShortStart(paper, end) != start
            ? start
            : end;
    }

    private static int ShortStart(Paper paper, int end)
    {
        foreach (var hit in paper.Forms.EndingAt(end))
        {
            if (hit.Form.Is(WordClasses.EventWord))
            {
                return hit.Start;
            }
        }

        return end;
    }

    /// <summary>A short form takes the name that stands before it, or that of the only committee.</summary>
    private static void NameShort(List<Mention> found)
    {
        foreach (var kind in found.GroupBy(m => m.Name.EndsWith(Office, StringComparison.Ordinal)))
        {
            var only = kind.Where(m => m.Form == MentionForm.Name).Select(m => m.Name).Distinct(StringComparer.Ordinal).Take(2).ToList();
            var last = only.Count == 1 ? only[0] : null;
            foreach (var mention in kind)
            {
                last = mention.Form == MentionForm.Name ? mention.Name : last;
                mention.Name = mention.Form == MentionForm.Short ? last ?? mention.Name : mention.Name;
            }
        }
    }

    private static void Add(List<Mention> found, TextSpan span, string? name, string bare) =>
        found.Add(
            new Mention
            {
                Span = span,
                Type = EntityType.Organization,
                Name = name ?? bare,
                Rule = Rule,
                Confidence = 0.8,
                Form = name is null ? MentionForm.Short : MentionForm.Name,
            }
        );
}
