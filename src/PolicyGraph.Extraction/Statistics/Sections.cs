using PolicyGraph.Extraction.Quantities.Numerals;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>Reads the number that a section begins with, by its rank in official papers (GB/T 9704-2012, 7.3.3): 一、 before （一） before 1. .</summary>
internal static class Sections
{
    private const int LongestNumber = 4;

    /// <summary>1 for 第二章, 第三条 and 四、, 2 for （五）, 3 for 6. and 6、; 0 where the words begin with none.</summary>
    public static int Level(ReadOnlySpan<char> words)
    {
        if (words.Length < 3)
        {
            return 0;
        }

        var start = words[0] is '第' or '（' ? 1 : 0;
        var end = start;
        while (end < words.Length && end - start < LongestNumber && (Digits.OfWord(words[end]) > 0 || words[end] is '十' or '百' || (start == 0 && char.IsAsciiDigit(words[end]))))
        {
            end++;
        }

        if (end == start || end >= words.Length)
        {
            return 0;
        }

        var mark = words[end];
        return words[0] switch
        {
            '第' => mark is '章' or '节' or '条' || words[end..].StartsWith("部分") ? 1 : 0,
            '（' => mark == '）' ? 2 : 0,
            _ when char.IsAsciiDigit(words[0]) => mark is '.' or '．' or '、' && end + 1 < words.Length && !char.IsAsciiDigit(words[end + 1]) ? 3 : 0,
            _ => mark == '、' && end + 1 < words.Length && Digits.OfWord(words[end + 1]) < 0 ? 1 : 0,
        };
    }
}
