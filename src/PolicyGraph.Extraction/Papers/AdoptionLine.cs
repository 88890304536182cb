using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>The bracket under the title of a law or regulation: （1985年3月12日…通过 …公布 自1985年4月1日起施行）.</summary>
/// <param name="Span">Without the brackets; where a higher assembly approved it, up to what the lower one passed.</param>
/// <param name="Adopted">Day of 通过 or 批准.</param>
/// <param name="Promulgated">Day of 公布 or 发布.</param>
/// <param name="Effective">Day of 起施行.</param>
/// <param name="Revised">Day of the latest 修订 or 修正: that of the text as it stands.</param>
/// <param name="Reissued">Day of the latest 修订, with which a whole law is given out anew; 修正 leaves its days as they are.</param>
internal readonly record struct AdoptionLine(TextSpan Span, string? Adopted, string? Promulgated, string? Effective, string? Revised, string? Reissued)
{
    private const int Longest = 600;

    /// <summary>True for a line that begins as such a bracket does: a day, and what was done on it.</summary>
    public static bool IsOne(ReadOnlySpan<char> line) =>
        line.Length > 12 && line[0] == '（' && Days.TryRead(line[1..], out _, out _) && line.ContainsAny("通批公发");

    /// <summary>Reads the bracket that starts at <paramref name="start"/>; false where it holds no day with what was done on it.</summary>
    public static bool TryRead(string text, int start, out AdoptionLine line)
    {
        line = default;
        var close = text.AsSpan(start, Math.Min(Longest, text.Length - start)).IndexOf('）');
        if (text[start] != '（' || close < 0)
        {
            return false;
        }

        var inner = text.AsSpan(start + 1, close - 1);
        var (named, passed) = (inner.Length, 0);
        string? adopted = null, promulgated = null, effective = null, revised = null, reissued = null, day = null;
        for (var at = 0; at < inner.Length; at++)
        {
            if (inner[at] is '1' or '2' or '一' or '二' && Days.TryRead(inner[at..], out var length, out var iso))
            {
                day = iso;
                at += length - 1;
            }
            else if (day is not null && Starts(inner[at..], "通过", "批准", "审议"))
            {
                // A higher assembly that approves what a lower one passed is no maker of it.
                named = adopted is not null && inner[at] == '批' ? Math.Min(named, passed) : named;
                (adopted, passed) = (adopted ?? day, inner[at] == '通' && passed == 0 ? at : passed);
            }
            else if (day is not null && Starts(inner[at..], "公布", "发布", "颁布", "印发"))
            {
                promulgated ??= revised is null ? day : null;
            }
            else if (day is not null && Starts(inner[at..], "修订", "修正"))
            {
                (revised, reissued) = (day, inner[at + 1] == '订' ? day : reissued);
            }
            else if (day is not null && Starts(inner[at..], "起施行", "起实施", "起生效", "起执行"))
            {
                effective ??= day;
            }
        }

        line = new(new(start + 1, start + 1 + named), adopted, promulgated, effective, revised, reissued);
        return adopted is not null || promulgated is not null || revised is not null || day is not null && day.Length + 2 >= inner.Length - 4;
    }

    private static bool Starts(ReadOnlySpan<char> text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word))
            {
                return true;
            }
        }

        return false;
    }
}
