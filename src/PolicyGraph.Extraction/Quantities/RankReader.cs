using PolicyGraph.Extraction.Quantities.Numerals;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Quantities;

/// <summary>
/// Ranks (第24位, 居全国第三, 位列前8位, 之首, 第二大), doublings (翻一番) and 两位数. Editions and articles (第六届, 第三条) are passed
/// over.
/// </summary>
internal static class RankReader
{
    /// <summary>How far before a bare 第三 or 前8 the word that makes it a rank may stand.</summary>
    private const int Reach = 10;

    private static readonly string[] RankVerbs =
    [
        "居",
        "列",
        "排",
        "位",
        "跻身",
        "升至",
        "升到",
        "跃至",
        "跃升",
        "进入",
        "挺进",
        "蝉联",
        "入围",
        "保持",
        "进位",
        "名次",
        "均为",
        "夺得",
        "获",
    ];
    private static readonly string[] Fields =
    [
        "全国",
        "全球",
        "世界",
        "全省",
        "全市",
        "全区",
        "亚洲",
        "国内",
        "中部",
        "西部",
        "东部",
        "同类",
        "国家级",
        "省内",
        "行业",
        "高新区",
    ];

    /// <param name="past">Equal to <paramref name="at"/> where nothing of the kind stands here; after it where something was read or passed
    /// over.</param>
    public static bool TryRead(string text, int at, out Quantity quantity, out int past)
    {
        quantity = null!;
        past = at;
        return text[at] switch
        {
            '第' => TryOrdinal(text, at, out quantity, out past),
            '前' => TryTop(text, at, out quantity, out past),
            '首' or '榜' or '之' => TryFirst(text, at, out quantity, out past),
            '翻' => TryDoubling(text, at, out quantity, out past),
            '两' => TryDigits(text, at, out quantity, out past),
            _ => false,
        };
    }

    private static bool TryOrdinal(string text, int at, out Quantity quantity, out int past)
    {
        quantity = null!;
        past = at + 1;
        if (
            past >= text.Length
            || !QuantityReader.TryNumeral(text, past, out var numeral)
            || numeral.Style is not (NumeralStyle.Digits or NumeralStyle.Words)
        )
        {
            return false;
        }

        var end = past = past + numeral.Length;
        var next = end < text.Length ? text[end] : '。';
        var member = next == '、' && end + 1 < text.Length && text[end + 1] == '第' && !IsOfNoun(text, end + 1);
        if (next is '位' or '名' || member)
        {
            end += member ? 0 : 1;
        }
        else if (next == '大')
        {
            end++;
        }
        else if (!IsStop(next) || !IsRanked(text, at))
        {
            past = EndOfOrdinal(text, end);
            return false;
        }

        quantity = Rank(text, new(at, end), new(at + 1, at + 1 + numeral.Length), numeral.Value, Comparator.Equal, "rank.ordinal");
        past = end;
        return true;
    }

    /// <summary>第二、|第三产业: the ordinals number a noun.</summary>
    private static bool IsOfNoun(string text, int at) =>
        at + 1 < text.Length
        && QuantityReader.TryNumeral(text, at + 1, out var numeral)
        && at + 1 + numeral.Length is var end
        && end < text.Length
        && text[end] is '产' or '季' or '批' or '届' or '次' or '期' or '章' or '条' or '款' or '项';

    /// <summary>A counter after an ordinal (第3届, 第五章) is not a unit of its own.</summary>
    private static int EndOfOrdinal(string text, int end) => Units.Table.TryAt(text, end, out var length, out _) ? end + length : end;

    private static bool TryTop(string text, int at, out Quantity quantity, out int past)
    {
        quantity = null!;
        past = at;
        if (
            at + 1 >= text.Length
            || text[at + 1] is '几' or '数' or '半'
            || !QuantityReader.TryNumeral(text, at + 1, out var numeral)
            || numeral.Style is not (NumeralStyle.Digits or NumeralStyle.Words)
        )
        {
            return false;
        }

        var end = at + 1 + numeral.Length;
        var next = end < text.Length ? text[end] : '。';
        if (next is '位' or '名')
        {
            end++;
        }
        else if (next == '强')
        {
            past = end + 1;
            return false;
        }
        else if (!IsStop(next) || !IsRanked(text, at))
        {
            return false;
        }

        quantity = Rank(text, new(at, end), new(at + 1, at + 1 + numeral.Length), numeral.Value, Comparator.AtMost, "rank.top");
        past = end;
        return true;
    }

    private static bool TryFirst(string text, int at, out Quantity quantity, out int past)
    {
        quantity = null!;
        past = at;
        var rest = text.AsSpan(at);
        if (
            !(rest.StartsWith("首位") || rest.StartsWith("榜首") || rest.StartsWith("之首"))
            || rest.StartsWith("首位度")
            || !IsRanked(text, at)
        )
        {
            return false;
        }

        past = at + 2;
        quantity = Rank(text, new(at, past), new(at, past), 1m, Comparator.Equal, "rank.first");
        return true;
    }

    private static bool TryDoubling(string text, int at, out Quantity quantity, out int past)
    {
        quantity = null!;
        past = at;
        var count = at + 1 < text.Length && text[at + 1] == '了' ? at + 2 : at + 1;
        var times = count < text.Length ? Digits.OfWord(text[count]) : -1;
        var end = times > 0 ? count + 1 : count;
        if (end >= text.Length || text[end] != '番')
        {
            return false;
        }

        past = end + 1;
        var value = 1m;
        for (var i = 0; i < Math.Max(times, 1); i++)
        {
            value *= 2m;
        }

        var more = past < text.Length && text[past] == '多';
        past += more ? 1 : 0;
        quantity = new Quantity
        {
            Span = new(at, past),
            Number = new(at, past),
            Value = value,
            Unit = "倍",
            UnitKind = UnitKind.Multiple,
            Comparator = more ? Comparator.Greater : Comparator.Equal,
            Form = QuantityForm.Doubling,
            Rule = "quantity.doubling",
        };
        return true;
    }

    private static bool TryDigits(string text, int at, out Quantity quantity, out int past)
    {
        quantity = null!;
        past = at;
        if (!text.AsSpan(at).StartsWith("两位数"))
        {
            return false;
        }

        past = at + 3;
        quantity = new Quantity
        {
            Span = new(at, past),
            Number = new(at, past),
            Value = 10m,
            Unit = "%",
            UnitKind = UnitKind.Percent,
            Comparator = Comparator.AtLeast,
            Form = QuantityForm.Digits,
            Rule = "quantity.two-digits",
        };
        return true;
    }

    private static Quantity Rank(string text, TextSpan span, TextSpan number, decimal value, Comparator comparator, string rule) =>
        new()
        {
            Span = span,
            Number = number,
            Value = value,
            Unit = "位",
            UnitKind = UnitKind.People,
            Comparator = comparator,
            Form = QuantityForm.Rank,
            InDigits = char.IsAsciiDigit(text[number.Start]),
            Rule = rule,
        };

    private static bool IsStop(char c) =>
        c
            is '，'
                or '。'
                or '；'
                or '、'
                or '）'
                or '：'
                or '！'
                or '》'
                or '”'
                or '的'
                or '和'
                or '与'
                or '及'
                or '以'
                or '（'
                or '并'
                or ','
                or '?'
                or '？'
                or '水'
                or '方';

    /// <summary>True where the words just before speak of an order: 位列全国, 居, 排名.</summary>
    private static bool IsRanked(string text, int at)
    {
        var before = text.AsSpan(Math.Max(0, at - Reach), at - Math.Max(0, at - Reach));
        var stop = before.LastIndexOfAny('，', '。', '；');
        before = before[(stop + 1)..];
        foreach (var verb in RankVerbs)
        {
            if (before.Contains(verb, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return before.EndsWithAny(Fields);
    }
}
