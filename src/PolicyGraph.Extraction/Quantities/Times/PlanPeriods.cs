using PolicyGraph.Extraction.Quantities.Numerals;

namespace PolicyGraph.Extraction.Quantities.Times;

/// <summary>
/// The five-year plans as times: “十三五”期间 is 2016 to 2020 (the first plan began in 1953, the sixth in 1981).
/// As the beginning of a plan's name (“十四五”规划) it is no time.
/// </summary>
internal static class PlanPeriods
{
    private const int FirstOfTen = 1981;
    private static readonly string[] Ends = ["末期", "期末", "末"];
    private static readonly string[] Spans = ["规划期间", "规划期内", "规划时期", "时期", "期间", "以来"];
    private static readonly string[] Names = ["规划", "纲要", "计划", "发展规划", "开局", "收官", "国家", "目标"];

    public static bool TryRead(ReadOnlySpan<char> text, int at, out RawTime time)
    {
        time = default;
        var quoted = text[at] == '“';
        var end = at + (quoted ? 1 : 0);
        if (!TryNumber(text, ref end, out var number) || (quoted && !TimeReader.Is(text, end, '”')))
        {
            return false;
        }

        end += quoted ? 1 : 0;
        var first = FirstOfTen + ((number - 6) * 5);
        var (from, to) = (new TimePoint(first, YearKind.Absolute), new TimePoint(first + 4, YearKind.Absolute));
        if (StartsWithAny(text[end..], Ends, out var length))
        {
            time = TimeReader.Points(at, end + length, to);
            return true;
        }

        if (StartsWithAny(text[end..], Spans, out length) || (quoted && !StartsWithAny(text[end..], Names, out _)))
        {
            time = TimeReader.Points(at, end + length, from, to) with { Rule = "time.plan-period" };
            return true;
        }

        return false;
    }

    /// <summary>The years of the five-year plan that a title is of (“十三五”时期…规划), as an interval; null where it names none.</summary>
    public static string? Named(ReadOnlySpan<char> title)
    {
        for (var i = 0; i < title.Length; i++)
        {
            var at = i + 1;
            if (title[i] == '“' && TryNumber(title, ref at, out var number) && TimeReader.Is(title, at, '”'))
            {
                var first = FirstOfTen + ((number - 6) * 5);
                return $"{first}/{first + 4}";
            }
        }

        return null;
    }

    /// <summary>六五 to 九五, 十五 to 十九五.</summary>
    private static bool TryNumber(ReadOnlySpan<char> text, ref int at, out int number)
    {
        number = 0;
        if (at + 1 >= text.Length)
        {
            return false;
        }

        if (text[at] == '十')
        {
            var unit = Digits.OfWord(text[at + 1]);
            var two = at + 2 < text.Length && text[at + 2] == '五' && unit is >= 1 and <= 9;
            number =
                two ? 10 + unit
                : unit == 5 ? 10
                : 0;
            at += two ? 3 : 2;
            return number > 0;
        }

        number = Digits.OfWord(text[at]);
        var found = number is >= 6 and <= 9 && text[at + 1] == '五';
        at += found ? 2 : 0;
        return found;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> rest, string[] words, out int length)
    {
        foreach (var word in words)
        {
            if (rest.StartsWith(word))
            {
                length = word.Length;
                return true;
            }
        }

        length = 0;
        return false;
    }
}
