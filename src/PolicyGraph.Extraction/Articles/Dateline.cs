using PolicyGraph.Extraction.Papers;

namespace PolicyGraph.Extraction.Articles;

/// <summary>The words with which an agency, a newspaper or a site opens its report: 新华社海州9月1日电, 海州新闻网12月8日讯, 某某日报海州2024年6月20日电.</summary>
/// <param name="OutletEnd">Where the name of the agency or newspaper ends, counted from the text's start.</param>
/// <param name="End">Behind 电 or 讯.</param>
/// <param name="Day">ISO day; null where the dateline leaves the year out.</param>
internal readonly record struct Dateline(int OutletEnd, int End, string? Day)
{
    private const int Reach = 34;
    private const int ShortestOutlet = 3;
    private const int LongestPlace = 8;

    /// <summary>Reads the dateline at the start of <paramref name="text"/>; false where it opens otherwise.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out Dateline dateline)
    {
        dateline = default;
        var head = text[..Math.Min(Reach, text.Length)];
        var from = head.IndexOfAnyInRange('0', '9');
        if (from < ShortestOutlet)
        {
            return false;
        }

        var length = head[from..].IndexOfAnyExcept("0123456789年月");
        var sign = from + length + 1;
        if (length < 3 || sign >= head.Length || head[sign - 1] != '日' || head[sign] is not ('电' or '讯') || !head[from..sign].Contains('月'))
        {
            return false;
        }

        var outlet = head[..from].LastIndexOfAny("社网报端") + 1;
        if (outlet < ShortestOutlet || from - outlet > LongestPlace || head[..from].IndexOfAnyExceptInRange('\u4e00', '\u9fff') >= 0)
        {
            return false;
        }

        dateline = new(outlet, sign + 1, Days.TryRead(head[from..], out _, out var day) ? day : null);
        return true;
    }
}
