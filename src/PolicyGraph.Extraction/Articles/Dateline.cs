using PolicyGraph.Extraction.Papers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Articles;

/// <summary>
/// The words with which an agency, a newspaper or a site opens its report: 新华社海州9月1日电, 海州新闻网12月8日讯,
/// 某某日报海州2024年6月20日电, 本报海州5月2日讯; without a day 某某日报讯（记者甲）, 本网讯, 【某某网讯】.
/// </summary>
/// <param name="Outlet">The name of the agency or newspaper, counted from the text's start.</param>
/// <param name="End">Behind 电 or 讯, and the bracket that closes there.</param>
/// <param name="Day">ISO day; null where the dateline leaves the year out.</param>
internal readonly record struct Dateline(TextSpan Outlet, int End, string? Day)
{
    private const int Reach = 34;
    private const int ShortestOutlet = 3;
    private const int LongestPlace = 8;
    private const string Joints = "·-—";
    private const string DayCharacters = "0123456789〇一二三四五六七八九十年月日时分";

    /// <summary>Before 讯 they make another word: 通讯, 资讯.</summary>
    private const string NotNews = "通资腾电音问";

    private static readonly string[] Openings = ["记者", "通讯员", "近日", "日前", "昨", "今", "据"];

    /// <summary>Reads the dateline at the start of <paramref name="text"/>; false where it opens otherwise.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out Dateline dateline)
    {
        dateline = default;
        var head = text[..Math.Min(Reach, text.Length)];
        var start = head.StartsWith("【") ? 1 : 0;
        var sign = Sign(head);
        if (sign < 0 || sign <= start)
        {
            return false;
        }

        var said = head[start..sign];
        var name = said.TrimEnd(DayCharacters);
        var isDated = name.Length < said.Length && said[^1] == '日';
        var outlet = name.LastIndexOfAny("社网报端台刊闻线经") + 1;
        var isOwn = name.StartsWith("本") && outlet == 2;
        var end = sign + (head[sign] == '消' ? 2 : 1);
        if (
            !isOwn && outlet < ShortestOutlet
            || name.Length - outlet > LongestPlace
            || !IsName(name)
            || !isDated && !(head[sign] == '讯' && (isOwn || IsOpened(text[end..])))
        )
        {
            return false;
        }

        end += end < text.Length && text[end] == '】' ? 1 : 0;
        dateline = new(new(start, start + outlet), end, isDated && Days.Find(said[name.Length..], out _, out var day) == 0 ? day : null);
        return true;
    }

    /// <summary>Where 电, 讯 or 消息 closes the opening; -1 where none does.</summary>
    private static int Sign(ReadOnlySpan<char> head)
    {
        for (var at = 2; at < head.Length; at++)
        {
            switch (head[at])
            {
                case '讯' when !NotNews.Contains(head[at - 1]):
                case '电' when head[at - 1] == '日':
                case '消' when head[at - 1] == '日' && head[at..].StartsWith("消息"):
                    return at;
            }
        }

        return -1;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (c is not (>= '\u4e00' and <= '\u9fff') && !Joints.Contains(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True where what follows 讯 begins a report: its writer, a colon, a day.</summary>
    private static bool IsOpened(ReadOnlySpan<char> rest) =>
        !rest.IsEmpty && (rest[0] is '（' or '【' or '】' or '：' || char.IsAsciiDigit(rest[0]) || rest.StartsWithAny(Openings));
}
