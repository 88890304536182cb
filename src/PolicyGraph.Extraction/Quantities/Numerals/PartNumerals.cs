using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Quantities.Numerals;

/// <summary>Parts of a whole in words: 三分之一, 百分之三十, 四成五, 一半, 过半.</summary>
internal static class PartNumerals
{
    /// <summary>After 成 these make another word: 成员, 成为, 成立, 成果 …</summary>
    private const string OtherWordsWithCheng = "员为立果效本功长就套绩人品交因年活熟都分型形建像份";

    /// <summary>分之: the denominator stands first.</summary>
    public static bool TryFraction(ReadOnlySpan<char> text, int start, in Numeral denominator, out Numeral numeral)
    {
        numeral = default;
        var at = start + denominator.Length;
        if (!text[at..].StartsWith("分之") || at + 2 >= text.Length || denominator.Value <= 0m || !TryNumber(text, at + 2, out var part))
        {
            return false;
        }

        var length = at + 2 + part.Length - start;
        numeral =
            denominator.Value == 100m
                ? new(length, part.Value, part.Max, 1m, part.Comparator, NumeralStyle.PerCent)
                : new(length, part.Value / denominator.Value, null, 1m, part.Comparator, NumeralStyle.Fraction);
        return true;
    }

    /// <summary>Tenths: 四成 is 40 per cent, 四成五 45.</summary>
    public static bool TryTenths(ReadOnlySpan<char> text, int start, in Numeral tenths, out Numeral numeral)
    {
        numeral = default;
        var at = start + tenths.Length;
        if (
            at >= text.Length
            || text[at] != '成'
            || tenths.Value is < 1m or > 10m
            || tenths.Style == NumeralStyle.Vague
            || (at + 1 < text.Length && OtherWordsWithCheng.Contains(text[at + 1]))
        )
        {
            return false;
        }

        var half = at + 1 < text.Length && (Digits.OfWord(text[at + 1]) > 0 || text[at + 1] == '半');
        var extra = half ? Math.Max(Digits.OfWord(text[at + 1]), text[at + 1] == '半' ? 5 : 0) : 0;
        numeral = new(
            at + (half ? 2 : 1) - start,
            (tenths.Value * 10m) + extra,
            tenths.Max * 10m,
            1m,
            Comparator.Equal,
            NumeralStyle.PerCent
        );
        return true;
    }

    /// <summary>近半, 过半, 超半数, 一半, 半数: 50 per cent. 半年, 半天, 年过半百 and 上半年 are none.</summary>
    public static bool TryHalf(ReadOnlySpan<char> text, int start, out Numeral numeral)
    {
        numeral = default;
        var at = start + (text[start] is '一' or '近' or '过' or '超' or '逾' ? 1 : 0);
        if (text[at..].StartsWith("一半"))
        {
            at++;
        }

        if (at >= text.Length || text[at] != '半')
        {
            return false;
        }

        var noun = at + 1 < text.Length && text[at + 1] == '数';
        var end = at + (noun ? 2 : 1);
        if ((at == start && !noun) || (!noun && end < text.Length && "年天个百月日小路程途生数价导岛径边夜壁".Contains(text[end])))
        {
            return false;
        }

        var comparator = text[start] switch
        {
            '过' or '超' or '逾' => Comparator.Greater,
            '近' => Comparator.About,
            _ => Comparator.Equal,
        };
        numeral = new(end - start, 50m, null, 1m, comparator, NumeralStyle.PerCent);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, int at, out Numeral part) =>
        char.IsAsciiDigit(text[at]) ? ArabicNumerals.TryRead(text, at, out part) : ChineseNumerals.TryRead(text, at, out part);
}
