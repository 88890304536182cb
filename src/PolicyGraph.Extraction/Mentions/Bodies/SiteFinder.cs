using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// News sites at the head of what they report: after the day or at the line's start, up to a mark, a gap or the reporter (今江网-,
/// 海州在线讯, 南江财经全媒体见习记者).
/// </summary>
internal sealed class SiteFinder : IBodyFinder
{
    private const int MinOwn = 2;
    private const int MaxOwn = 10;

    private static readonly string[] Words = ["网", "在线", "全媒体"];

    /// <summary>What media are called besides, where 来源： says that it is one.</summary>
    private static readonly string[] Sources = ["网", "在线", "全媒体", "融媒", "发布", "观察", "之窗", "资讯", "财经"];

    private static readonly string[] Followers = ["讯", "记者", "见习记者", "全媒体记者", "消息", "编辑", "通讯员", "报道"];

    public void Find(Paper paper, Surroundings surroundings)
    {
        foreach (var line in paper.Lines)
        {
            Find(paper, line.Span);
        }
    }

    private static void Find(Paper paper, TextSpan line)
    {
        var text = paper.Text;
        var start = HeadEnd(text, line);
        var words = text.AsSpan(0, start).EndsWith("来源：") ? Sources : Words;
        for (var at = start + MinOwn; at < Math.Min(line.End, start + MaxOwn) && NameStart.IsNameCharacter(text[at - 1]); at++)
        {
            var word = text.AsSpan(at).WordAtStart(words);
            if (word is null || !Ends(paper, at + word.Length))
            {
                continue;
            }

            var span = new TextSpan(start, at + word.Length);
            if (!HasBoundary(paper, new(start, at)))
            {
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = span,
                        Type = EntityType.Organization,
                        Name = span.Of(text),
                        Rule = "organization.site",
                        Confidence = 0.85,
                    }
                );
            }

            return;
        }
    }

    /// <summary>Behind the day, the hour and 来源： that may open the line.</summary>
    private static int HeadEnd(string text, TextSpan line)
    {
        var head = text.AsSpan(line.Start, line.Length);
        var source = head.IndexOf("来源：");
        if (source >= 0)
        {
            return line.Start + source + "来源：".Length;
        }

        var at =
            head.StartsWith("【") ? 1
            : head.StartsWith("发布时间：") ? 5
            : 0;
        while (
            at < head.Length
            && (
                char.IsAsciiDigit(head[at])
                || at > 0 && char.IsAsciiDigit(head[at - 1]) && head[at] is '-' or ':' or '：' or '年' or '月' or '日' or '/' or '.'
            )
        )
        {
            at++;
        }

        return line.Start + at;
    }

    private static bool Ends(Paper paper, int end) =>
        end == paper.Text.Length
        || paper.Source.GapBefore(end) != Gap.None
        || paper.Text[end] is '-' or '—' or '】' or '（' or '|'
        || char.IsAsciiDigit(paper.Text[end])
        || paper.Text.AsSpan(end).StartsWithAny(Followers);

    private static bool HasBoundary(Paper paper, TextSpan name)
    {
        for (var i = name.Start; i < name.End; i++)
        {
            foreach (var hit in paper.Forms.StartingAt(i))
            {
                if (hit.End <= name.End && hit.Length > 1 && hit.Form.Is(WordClasses.Boundary))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
