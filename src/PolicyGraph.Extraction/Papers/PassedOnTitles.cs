using PolicyGraph.Extraction.Mentions.Works;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// What a notice says it passes on, where its title counts or shortens it (关于印发两个规定的通知, 关于印发我市规划的通知):
/// 现将《X》印发给你们, 《X》和《Y》已经某会议通过，现印发给你们, 制定了《X》，现予发布.
/// </summary>
internal static class PassedOnTitles
{
    private const int LongestNotice = 1200;
    private const int LongestSentence = 400;

    private static readonly string[] Closings =
    [
        "印发给你们",
        "转发给你们",
        "发给你们",
        "现印发",
        "现予印发",
        "现予公布",
        "现予发布",
        "现公布如下",
        "现发布",
    ];

    private static readonly string[] OwnMaking = ["制定了", "制订了", "修订了", "编制了"];

    private static readonly string[] Openings =
    [
        "现将",
        "制定了",
        "制订了",
        "修订了",
        "研究制定",
        "拟定的",
        "拟订的",
        "制定的",
        "制订的",
        "修订的",
        "起草的",
        "编制的",
        "编制了",
        "批准的",
    ];

    /// <summary>我们制定了《X》: made by who passes it on.</summary>
    public static bool IsMade(string text, TextSpan title) => text.AsSpan(0, Math.Max(0, title.Start - 1)).EndsWithAny(OwnMaking);

    /// <summary>The titles without their marks, in the order of the text; empty where the notice names none so.</summary>
    public static List<TextSpan> Find(string text, int from)
    {
        var notice = text.AsSpan(from, Math.Min(LongestNotice, text.Length - from));
        var closing = -1;
        foreach (var word in Closings)
        {
            var at = notice.IndexOf(word);
            closing = at >= 0 && (closing < 0 || at < closing) ? at : closing;
        }

        if (closing < 0)
        {
            return [];
        }

        var start = Math.Max(from, from + closing - LongestSentence);
        var found = Titles(text, Math.Max(start, text.LastIndexOfAny(['。', '：'], from + closing) + 1), from + closing);
        return found.Count > 0 ? found : Titles(text, start, from + closing);
    }

    private static List<TextSpan> Titles(string text, int start, int end)
    {
        var found = new List<TextSpan>();
        for (var open = text.IndexOf('《', start, end - start); open >= 0 && open < end; )
        {
            var close = BookMarks.Close(text, open);
            if (close <= 0)
            {
                break;
            }

            var inner = new TextSpan(open + 1, close - 1);
            if (IsPassedOn(text, start, open, found) && TitleKinds.Of(inner.Of(text)).IsPolicy)
            {
                found.Add(inner);
            }

            open = close < end ? text.IndexOf('《', close, end - close) : -1;
        }

        return found;
    }

    /// <summary>
    /// Right at the sentence's start, under the order's number, behind a word of making, or listed with one that is; what stands behind 根据 or 落实 is another's.
    /// </summary>
    private static bool IsPassedOn(string text, int start, int open, List<TextSpan> found)
    {
        var before = text.AsSpan(start, open - start);
        return before.IsEmpty
            || before[^1] == '号'
            || EndsWithOpening(before)
            || found.Count > 0 && text.AsSpan(found[^1].End + 1, open - found[^1].End - 1) is "" or "、" or "和" or "及" or "与";
    }

    private static bool EndsWithOpening(ReadOnlySpan<char> before) => before.EndsWithAny(Openings);
}
