using PolicyGraph.Extraction.Quantities.Numerals;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>
/// Reads the number that a section begins with, by its rank in official papers (GB/T 9704-2012, 7.3.3): 一、 before （一） before 1. .
/// </summary>
internal static class Sections
{
    private const int LongestNumber = 4;
    private const int LongestView = 24;

    /// <summary>分行业看, 从省份看, 其中: the paragraph goes on with what the one before was about.</summary>
    public static bool GoesOn(ReadOnlySpan<char> words)
    {
        var stop = words[..Math.Min(words.Length, LongestView)].IndexOf('，');
        return words.StartsWith("其中") || words.StartsWith("此外") || stop > 2 && words[stop - 1] == '看' && words[0] is '分' or '从';
    }

    /// <summary>1 for 第二章, 第三条 and 四、, 2 for （五）, 3 for 6. and 6、; 0 where the words begin with none.</summary>
    public static int Level(ReadOnlySpan<char> words) => Level(words, out _);

    /// <param name="length">Of the number with its mark; nothing where there is none.</param>
    public static int Level(ReadOnlySpan<char> words, out int length)
    {
        length = 0;
        if (words.Length < 3)
        {
            return 0;
        }

        var start = words[0] is '第' or '（' ? 1 : 0;
        var end = start;
        while (
            end < words.Length
            && end - start < LongestNumber
            && (Digits.OfWord(words[end]) > 0 || words[end] is '十' or '百' || (start == 0 && char.IsAsciiDigit(words[end])))
        )
        {
            end++;
        }

        if (end == start || end >= words.Length)
        {
            return 0;
        }

        var mark = words[end];
        length = end + (words[end..].StartsWith("部分") ? 2 : 1);
        return words[0] switch
        {
            '第' => mark is '章' or '节' or '条' || words[end..].StartsWith("部分") ? 1 : 0,
            '（' => mark == '）' ? 2 : 0,
            _ when char.IsAsciiDigit(words[0]) => mark is '.' or '．' or '、'
            && end + 1 < words.Length
            && !char.IsAsciiDigit(words[end + 1])
                ? 3
                : 0,
            _ => mark == '、' && !IsOneOfTwo(words[(end + 1)..]) ? 1 : 0,
        };
    }

    /// <summary>一、|二季度, 三、|四级: the number is one of two, where 四、|一般 opens a section.</summary>
    private static bool IsOneOfTwo(ReadOnlySpan<char> rest) =>
        rest.Length == 0
        || ((Digits.OfWord(rest[0]) >= 0 || rest[0] == '十') && (rest.Length == 1 || !"般是定律些次批方旦切致体同起百".Contains(rest[1])));
}
