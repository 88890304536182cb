using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Quantities.Numerals;

/// <summary>The characters that numbers are written with (GB/T 15835-2011).</summary>
internal static class Digits
{
    // Most characters that are asked about are none: one bit tells.
    private static readonly CharacterSet Words = new("零〇○一壹二两贰三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿");

    /// <summary>0 to 9 for 零 to 九 (〇 and 两 too), -1 for any other character.</summary>
    public static int OfWord(char c) =>
        !Words.Contains(c)
            ? -1
            : c switch
            {
                '零' or '〇' or '○' => 0,
                '一' or '壹' => 1,
                '二' or '两' or '贰' => 2,
                '三' or '叁' => 3,
                '四' or '肆' => 4,
                '五' or '伍' => 5,
                '六' or '陆' => 6,
                '七' or '柒' => 7,
                '八' or '捌' => 8,
                '九' or '玖' => 9,
                _ => -1,
            };

    /// <summary>10 to 10⁸ for 十 to 亿, 0 for any other character.</summary>
    public static int Multiplier(char c) =>
        !Words.Contains(c)
            ? 0
            : c switch
            {
                '十' or '拾' => 10,
                '百' or '佰' => 100,
                '千' or '仟' => 1000,
                '万' => 10_000,
                '亿' => 100_000_000,
                _ => 0,
            };

    public static bool IsMore(char c) => c is '多' or '余';

    public static bool IsLatin(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
