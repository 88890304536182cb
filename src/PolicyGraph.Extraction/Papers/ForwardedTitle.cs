using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Mentions.Works;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// The plan or the rules that a notice passes on: named in its title (关于印发《X》的通知, 关于印发X的通知, 某办印发《X》的通知,
/// 转发某部关于X意见的通知) and, where the paper has its text, standing above that as a title of its own.
/// </summary>
internal static class ForwardedTitle
{
    /// <summary>What a notice's title says it does with the text that it passes on.</summary>
    public static readonly string[] Issuing =
    [
        "印发",
        "发布",
        "公布",
        "颁发",
        "颁布",
        "下发",
        "实施",
        "施行",
        "试行",
        "修订印发",
        "修订发布",
        "修订公布",
        "修改印发",
        "重新印发",
        "重新发布",
        "重新公布",
        "联合印发",
        "下达",
    ];

    private static readonly string[] Forwarding = ["批转", "转发"];

    /// <summary>Where a title names what it passes on, without 《》; false where it passes nothing on.</summary>
    /// <param name="isForwarded">True for 转发 and 批转, where another body wrote it.</param>
    public static bool TryFind(string text, TextSpan title, out TextSpan name, out bool isForwarded)
    {
        name = default;
        isForwarded = false;
        var span = title.Of(text);
        var about = TitleIssuers.About(span);
        foreach (var verb in Forwarding)
        {
            var at = span.IndexOf(verb, StringComparison.Ordinal);
            if (at >= 0 && (about < 0 || at <= about + 2))
            {
                isForwarded = true;
                return TryName(span, title.Start, at + verb.Length, out name);
            }
        }

        foreach (var verb in Issuing)
        {
            var at = about < 0 ? Math.Max(0, TitleIssuers.End(span)) : about + 2;
            if (string.CompareOrdinal(span, at, verb, 0, verb.Length) == 0)
            {
                return TryName(span, title.Start, at + verb.Length, out name);
            }
        }

        return false;
    }

    /// <summary>《X》 right there, or the words up to 的通知 where they end as a title does.</summary>
    private static bool TryName(string title, int offset, int start, out TextSpan name)
    {
        name = default;

        // 转发某局等部门制订的《X》, 转发某局《X》: who wrote it stands before; 公布第一批《X》: how much of it.
        var marked = title.IndexOf('《', start);
        start =
            marked > start
            && title.AsSpan(start, marked - start) is var writer
            && (writer[^1] is '的' or '批' || writer.EndsWith("年度") || Signature.IsOffice(writer))
            && !writer.Contains("关于", StringComparison.Ordinal)
                ? marked
                : start;
        if (start < title.Length && title[start] == '《')
        {
            var close = CloseOf(title, start);
            name = close < 0 ? default : new(offset + start + 1, offset + close);

            // 关于实施《X》某某制度的规定 is about a matter that X orders, and passes nothing on.
            return close > 0
                && (close + 1 >= title.Length || title[close + 1] is '的' or '、' or '和' or '与' or '及' or '等' or '（' or '《');
        }

        var end = BeforeOthers(title, start, title.LastIndexOf("的通知", StringComparison.Ordinal));
        if (end <= start + 3 || TitleKinds.Of(title.AsSpan(start, end - start)).Word is null)
        {
            return false;
        }

        name = new(offset + start, offset + end);
        return true;
    }

    /// <summary>某某行动计划等5个行动计划: only the first of several is named.</summary>
    private static int BeforeOthers(string title, int start, int end)
    {
        var others = end > start ? title.LastIndexOf('等', end - 1, end - start) : -1;
        var isCount =
            others > start
            && others + 2 < end
            && (char.IsAsciiDigit(title[others + 1]) || "两二三四五六七八九十".Contains(title[others + 1], StringComparison.Ordinal))
            && title[(others + 2)..end].AsSpan().ContainsAny("个项件部份");
        return isCount && TitleKinds.Of(title.AsSpan(start, others - start)).Word is not null ? others : end;
    }

    /// <summary>
    /// The title above the passed-on text, after line <paramref name="from"/>; false where the paper does not have the text.
    /// </summary>
    public static bool TryFindText(Paper paper, TextSpan name, int from, out OfficialTitle title)
    {
        var words = name.Of(paper.Text);
        var wanted = Bare(words);

        // The text's own heading leaves out who wrote it: 某局关于甲的意见 stands there as 关于甲的意见.
        var own = words.IndexOf("关于", StringComparison.Ordinal) is var about and > 0 ? Bare(words[about..]) : wanted;
        for (var first = from; first < paper.Lines.Count; first++)
        {
            var seen = "";
            for (var last = first; last < paper.Lines.Count && last < first + 6; last++)
            {
                seen += Bare(paper.Lines[last].Span.Of(paper.Text));
                if (!wanted.StartsWith(seen, StringComparison.Ordinal) && !own.StartsWith(seen, StringComparison.Ordinal))
                {
                    break;
                }

                if (seen.Length == wanted.Length || seen == own)
                {
                    title = new(new(paper.Lines[first].Span.Start, paper.Lines[last].Span.End), first, last);
                    return true;
                }
            }
        }

        title = default;
        return false;
    }

    private static int CloseOf(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            depth +=
                text[i] == '《' ? 1
                : text[i] == '》' ? -1
                : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static string Bare(string title) =>
        string.Concat(
            title.Where(c =>
                !LineEnds.IsCloser(c) && c is not ('的' or '《' or '“' or '（' or '〈' or '〉' or '—' or '-' or '·' or ' ' or '~')
            )
        );
}
