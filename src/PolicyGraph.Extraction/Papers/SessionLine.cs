using System.Globalization;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// The line by which a report says where it was given: ——2017年1月16日在某县第五届人民代表大会第一次会议上, or without the day, which then
/// stands on a line of its own (（二〇〇三年一月十日）); under a motto it ends 上的政府工作报告. It tells whose a report is that names
/// no place in its title, or has lost it.
/// </summary>
internal static class SessionLine
{
    private const int HeadLines = 6;
    private const int Longest = 90;

    /// <summary>From this month on an assembly looks back on the year that ends.</summary>
    private const int LastSessions = 11;

    /// <summary>The line among the first of the paper; false where none is one.</summary>
    public static bool TryFind(Paper paper, out TextSpan line)
    {
        for (var i = 0; i < paper.Lines.Count && i < HeadLines; i++)
        {
            line = paper.Lines[i].Span;
            if (IsOne(paper.Text.AsSpan(line.Start, line.Length)))
            {
                return true;
            }
        }

        line = default;
        return false;
    }

    /// <summary>The line's words with the day before them (2003年1月10日在…会议上); empty where no line is one.</summary>
    public static string Words(Paper paper)
    {
        if (!TryFind(paper, out var line))
        {
            return "";
        }

        var words = line.Of(paper.Text).TrimStart('—', '-', '－', '（').TrimEnd('）');
        return !words.StartsWith('在') ? words
            : DayBelow(paper, line) is { } day ? string.Create(CultureInfo.InvariantCulture, $"{day:yyyy年M月d日}{words}")
            : words;
    }

    /// <summary>The day that a line below says alone.</summary>
    private static DateOnly? DayBelow(Paper paper, TextSpan line)
    {
        for (var i = 0; i < paper.Lines.Count && i < HeadLines; i++)
        {
            var below = paper.Lines[i].Span;
            var words = paper.Text.AsSpan(below.Start, below.Length).TrimStart('（').TrimEnd('）');
            if (below.Start > line.Start && Days.TryRead(words, out var length, out var day) && length == words.Length)
            {
                return DateOnly.Parse(day!, CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    /// <summary>
    /// The last year that a work report looks back on: the one before it was given, or that year itself where an assembly met at its end
    /// (在2007年12月…会议上).
    /// </summary>
    /// <param name="year">In the report's title or day.</param>
    /// <param name="session">The line that says where it was given; empty where there is none.</param>
    public static int Reviewed(int year, string session)
    {
        var words = session.AsSpan().TrimStart("—-－（");
        return
            TryRead(words, out _, out var day)
            && int.Parse(day!.AsSpan(5, 2), CultureInfo.InvariantCulture) >= LastSessions
            && int.Parse(day.AsSpan(0, 4), CultureInfo.InvariantCulture) == year
            ? year
            : year - 1;
    }

    /// <summary>2021年1月12日 or 2021年1月.</summary>
    private static bool TryRead(ReadOnlySpan<char> words, out int length, out string? date)
    {
        if (Days.TryRead(words, out length, out date))
        {
            return true;
        }

        length = words.IndexOf('月') + 1;
        if (
            length is 7 or 8
            && words[4] == '年'
            && int.TryParse(words[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && int.TryParse(words[5..(length - 1)], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            && month is >= 1 and <= 12
        )
        {
            date = string.Create(CultureInfo.InvariantCulture, $"{year}-{month:D2}");
            return true;
        }

        return false;
    }

    /// <summary>A day or month or neither, 在, an assembly and 会议上 at the end; a sentence of news goes on behind it.</summary>
    private static bool IsOne(ReadOnlySpan<char> line)
    {
        var words = line.TrimStart("—-－（").TrimEnd('）');
        var day = TryRead(words, out var length, out _) ? length : 0;
        return words.Length < Longest
            && day < words.Length
            && words[day] == '在'
            && (words.IndexOf("代表大会") >= 0 || words.IndexOf("政治协商会议") >= 0)
            && (words.EndsWith("会议上") || words.EndsWith("大会上") || words.EndsWith("会议上的政府工作报告"));
    }
}
