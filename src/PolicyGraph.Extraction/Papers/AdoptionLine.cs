using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// What stands under the title of a law or regulation: in a bracket, （1985年3月12日…通过 …公布 自1985年4月1日起施行）, or on lines of its
/// own, 1985年3月12日…批准 and 1985年4月1日…令第9号发布.
/// </summary>
/// <param name="Span">Without the brackets; where a higher assembly approved it, up to what the lower one passed.</param>
/// <param name="Adopted">Day of 通过 or 批准.</param>
/// <param name="Promulgated">Day of 公布 or 发布.</param>
/// <param name="Effective">Day of 起施行.</param>
/// <param name="Revised">Day of the latest 修订 or 修正: that of the text as it stands.</param>
/// <param name="Reissued">Day of the latest 修订, with which a whole law is given out anew; 修正 leaves its days as they are.</param>
internal readonly record struct AdoptionLine(
    TextSpan Span,
    string? Adopted,
    string? Promulgated,
    string? Effective,
    string? Revised,
    string? Reissued
)
{
    private const int Longest = 600;
    private const int LongestLine = 120;

    /// <summary>True for a line that begins as such a bracket does, a day and what was done on it, or that is such a line itself.</summary>
    public static bool IsOne(ReadOnlySpan<char> line) =>
        line.Length > 12 && line[0] == '（' && Days.TryRead(line[1..], out _, out _) && line.ContainsAny("通批公发") || IsBare(line);

    /// <summary>
    /// Reads the bracket or the line that <paramref name="span"/> begins with; false where it holds no day with what was done on it.
    /// </summary>
    public static bool TryRead(string text, TextSpan span, out AdoptionLine line)
    {
        line = default;
        if (IsBare(text.AsSpan(span.Start, span.Length)))
        {
            return TryRead(text.AsSpan(span.Start, span.Length), span.Start, out line);
        }

        var close = text.AsSpan(span.Start, Math.Min(Longest, text.Length - span.Start)).IndexOf('）');
        return text[span.Start] == '（' && close >= 0 && TryRead(text.AsSpan(span.Start + 1, close - 1), span.Start + 1, out line);
    }

    /// <summary>A day and what was done on it, and nothing after: 1999年1月22日国务院令第258号发布.</summary>
    private static bool IsBare(ReadOnlySpan<char> line) =>
        line.Length is > 12 and < LongestLine
        && !line.ContainsAny("。，；：")
        && Days.TryRead(line, out _, out _)
        && (line.EndsWithAny(["通过", "批准", "公布", "发布", "颁布"]) || line.EndsWithAny(["修订", "修正", "施行", "实施"]));

    private static bool TryRead(ReadOnlySpan<char> inner, int start, out AdoptionLine line)
    {
        var (named, passed) = (inner.Length, 0);
        string? adopted = null,
            promulgated = null,
            effective = null,
            revised = null,
            reissued = null,
            day = null;
        for (var at = 0; at < inner.Length; at++)
        {
            if (inner[at] is '1' or '2' or '一' or '二' && Days.TryRead(inner[at..], out var length, out var iso))
            {
                day = iso;
                at += length - 1;
            }
            else if (day is not null && inner[at..].StartsWithAny(["通过", "批准", "审议"]))
            {
                // A higher assembly that approves what a lower one passed is no maker of it.
                named = adopted is not null && inner[at] == '批' ? Math.Min(named, passed) : named;
                (adopted, passed) = (adopted ?? day, inner[at] == '通' && passed == 0 ? at : passed);
            }
            else if (day is not null && inner[at..].StartsWithAny(["公布", "发布", "颁布", "印发"]))
            {
                promulgated ??= revised is null ? day : null;
            }
            else if (day is not null && inner[at..].StartsWithAny(["修订", "修正"]))
            {
                (revised, reissued) = (day, inner[at + 1] == '订' ? day : reissued);
            }
            else if (day is not null && inner[at..].StartsWithAny(["起施行", "起实施", "起生效", "起执行"]))
            {
                effective ??= day;
            }
        }

        line = new(new(start, start + named), adopted, promulgated, effective, revised, reissued);
        return adopted is not null
            || promulgated is not null
            || revised is not null
            || day is not null && day.Length + 2 >= inner.Length - 4;
    }
}
