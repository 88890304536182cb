using PolicyGraph.Extraction.Papers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Titles without 《》 of the form that official papers have (GB/T 9704-2012, 7.3.1): the issuers, 关于, the matter, 的, the kind. Where
/// the paper forwards another (关于印发X的通知), X is one too.
/// </summary>
internal static class NoticeTitles
{
    private const string About = "关于";
    private const int Longest = 90;
    private const int ShortestMatter = 4;

    private static readonly string[] Forwards = ["印发", "发布", "转发", "公布", "下达", "颁布", "批转", "颁发"];

    public static void Find(Paper paper)
    {
        var text = paper.Text;
        Dictionary<int, int>? bodies = null;
        for (var at = text.IndexOf(About, StringComparison.Ordinal); at >= 0; )
        {
            var end = IsInMarks(text, at) ? 0 : End(paper, at);
            var start = end > 0 ? Issuers(text, at, bodies ??= BodyEnds.Of(paper, organizations: true)) : at;
            if (end > 0 && (start < at || IsOpened(paper, at) || IsGivenOut(text, at)))
            {
                Add(paper, at, start, end);
            }

            var from = Math.Max(at + About.Length, end);
            at = from < text.Length ? text.IndexOf(About, from, StringComparison.Ordinal) : -1;
        }
    }

    /// <summary>Where the title ends: behind 的 and a kind that nothing continues; 0 where the sentence ends before.</summary>
    private static int End(Paper paper, int about)
    {
        var text = paper.Text.AsSpan();
        var stop = Math.Min(text.Length, about + Longest);
        for (var i = about + About.Length; i < stop && text[i] is not ('，' or '。' or '；' or '！' or '？' or '：'); i++)
        {
            if (text[i] == '《')
            {
                i = Math.Max(i, BookMarks.Close(text, i) - 1);
                continue;
            }

            if (
                text[i] == '的'
                && i - about - About.Length >= ShortestMatter
                && TitleKinds.Policies.At(text, i + 1) is { Length: >= 1 } kind
            )
            {
                var end = i + 1 + kind.Length;
                return end == text.Length || Ends(paper, end) ? end : 0;
            }
        }

        return 0;
    }

    private static bool Ends(Paper paper, int end) =>
        paper.Text[end]
            is '，'
                or '。'
                or '；'
                or '、'
                or '（'
                or '”'
                or '：'
                or '等'
                or '和'
                or '要'
                or '精'
                or '》'
                or '中'
                or '以'
                or '提'
                or '/'
        || paper.Source.GapBefore(end) != Gap.None;

    private static bool IsInMarks(string text, int at)
    {
        var from = Math.Max(0, at - BookMarks.Longest);
        var open = text.LastIndexOf('《', at, at - from);
        return open >= 0 && BookMarks.Close(text, open) > at;
    }

    /// <summary>The start of the run of bodies that touches 关于.</summary>
    private static int Issuers(string text, int about, Dictionary<int, int> bodies)
    {
        var start = about;
        while (
            bodies.TryGetValue(start, out var from)
            || (start > 0 && start < about && text[start - 1] == '、' && bodies.TryGetValue(start - 1, out from))
        )
        {
            start = from;
        }

        // 你省关于某事的请示: whom the reply speaks to is no part of the name.
        return text[start] == '你' ? about : start;
    }

    /// <summary>
    /// True where 关于 itself begins a sentence or a line, or stands behind whom a reply speaks to (你局关于某事的请示), so that a title is
    /// likely without its issuers.
    /// </summary>
    private static bool IsOpened(Paper paper, int at) =>
        paper.Source.GapBefore(at) == Gap.Line
        || at > 1 && paper.Text[at - 2] == '你'
        || at > 0 && paper.Text[at - 1] is ':' or '：' && paper.Text.AsSpan(0, at - 1).EndsWith("篇文章");

    /// <summary>甲部印发关于某事的通知: what a verb of issuing gives out is a title without the marks.</summary>
    private static bool IsGivenOut(string text, int about)
    {
        var before = text.AsSpan(0, about).TrimEnd("了出");
        foreach (var verb in Forwards)
        {
            if (before.EndsWith(verb))
            {
                return true;
            }
        }

        return before.EndsWith("出台")
            || before.EndsWith("下发")
            || before.EndsWith("制定")
            || before.EndsWith("通过")
            || before.EndsWith("作出")
            || before.EndsWith("批准");
    }

    private static void Add(Paper paper, int about, int start, int end)
    {
        if (OwnTitles.IsOne(paper, about))
        {
            return;
        }

        if ((OwnTitles.Named(paper, new(about, end)) ?? OwnTitles.PassingOn(paper, new(about, end))) is { } own)
        {
            paper.Mentions.Add(
                new Mention
                {
                    Span = new(about, end),
                    Type = EntityType.Policy,
                    Name = own,
                    Rule = "work.running-title",
                    Confidence = 0.97,
                }
            );
            return;
        }

        var span = new TextSpan(start, end);
        var mention = new Mention
        {
            Span = span,
            Type = EntityType.Policy,
            Name = paper.Source.Surface(span),
            Rule = "work.running-title",
            Confidence = 0.85,
        };
        WorkProperties.Set(paper, mention, span);
        paper.Mentions.Add(mention);
        if (Forwarded(paper.Text.AsSpan(), about, end) is { } inner)
        {
            var forwarded = new Mention
            {
                Span = inner,
                Type = EntityType.Policy,
                Name = paper.Source.Surface(inner),
                Rule = "work.forwarded-title",
                Confidence = 0.85,
            };
            WorkProperties.Set(paper, forwarded, inner);
            paper.Mentions.Add(forwarded);
        }
    }

    private static TextSpan? Forwarded(ReadOnlySpan<char> text, int about, int end)
    {
        foreach (var verb in Forwards)
        {
            var from = about + About.Length + verb.Length;
            if (
                text[(about + About.Length)..end].StartsWith(verb)
                && text[from..end].LastIndexOf('的') is var length and > ShortestMatter
                && text[from] != '《'
                && TitleKinds.Of(text.Slice(from, length)).IsPolicy
            )
            {
                return new(from, from + length);
            }
        }

        return null;
    }
}
