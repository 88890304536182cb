using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Quantities.Times;

/// <summary>Stretches counted in years: 近五年, 过去5年, 五年来, 最近20年来, 未来三年.</summary>
internal static class SpanTimes
{
    private static readonly string[] Back = ["近", "最近", "过去", "过去的", "这"];
    private static readonly string[] Ahead = ["未来", "今后"];
    private static readonly CharacterSet Openings = new([.. Back.Concat(Ahead).Select(word => word[0])]);

    public static bool TryRead(ReadOnlySpan<char> text, int at, out RawTime time)
    {
        time = default;
        var (lead, ahead) = Lead(text[at..]);
        var end = at + lead;
        if (!TimeReader.TryWhole(text, ref end, 1, 99, out var years))
        {
            return false;
        }

        end += end < text.Length && text[end] is '多' or '余' ? 1 : 0;
        if (!TimeReader.Is(text, end, '年'))
        {
            return false;
        }

        end++;
        end += TimeReader.Is(text, end, '多') || TimeReader.Is(text, end, '余') ? 1 : 0;
        var since = TimeReader.Is(text, end, '来') || text[end..].StartsWith("以来") || text[end..].StartsWith("间");
        if (lead == 0 && !since)
        {
            return false;
        }

        end +=
            !since ? 0
            : TimeReader.Is(text, end, '以') ? 2
            : 1;
        time = ahead
            ? new(new TextSpan(at, end), TimeShape.Open, default, Rule: "time.open")
            : new(new TextSpan(at, end), TimeShape.YearsBack, new(years, YearKind.Relative), Rule: "time.years-back");
        return true;
    }

    private static (int Length, bool Ahead) Lead(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || !Openings.Contains(rest[0]))
        {
            return (0, false);
        }

        foreach (var word in Ahead)
        {
            if (rest.StartsWith(word))
            {
                return (word.Length, true);
            }
        }

        var longest = 0;
        foreach (var word in Back)
        {
            longest = word.Length > longest && rest.StartsWith(word) ? word.Length : longest;
        }

        return (longest, false);
    }
}
