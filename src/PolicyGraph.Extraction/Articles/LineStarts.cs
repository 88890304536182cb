using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Articles;

/// <summary>What the first characters of a line tell: a list's item, a heading's number, a byline.</summary>
public static class LineStarts
{
    private const string Numerals = "一二三四五六七八九十百零〇";
    private const string Circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
    private const string Bullets = "●■◆▲★○◎□▶►▷▪◇※*";

    private const int LongestDay = 12;

    private static readonly CharacterSet Openings = new(Numerals + Circled + Bullets + "0123456789—-专附（第");

    /// <summary>
    /// True where a numbered item, a bullet or an article of a rule begins: 一、 （三） 2. 第四条 专栏5 附件 ——.
    /// A number that only stands at the start (2020年, 1.28亿) begins none.
    /// </summary>
    public static bool IsItem(ReadOnlySpan<char> line)
    {
        // Most lines begin with a character that begins none.
        if (line.IsEmpty || !Openings.Contains(line[0]))
        {
            return false;
        }

        var c = line[0];
        return Bullets.Contains(c)
            || Circled.Contains(c)
            || line.StartsWith("——")
            || IsDash(line)
            || line.StartsWith("专栏")
            || line.StartsWith("附件")
            || IsNumbered(line)
            || IsBracketed(line)
            || IsOrdinal(line);
    }

    /// <summary>
    /// True where news begin by the day that they tell of: 7月4日，…; 近日，…; 10日下午，…; 2021年6月10日电 is a dateline.
    /// </summary>
    public static bool OpensNews(ReadOnlySpan<char> line)
    {
        var day = line.IndexOf('日');
        var stop = line.IndexOf('，');
        return day is > 0 and < LongestDay
                && stop > 0
                && stop - day < LongestDay
                && line[..day].IndexOfAnyExcept("0123456789年月近昨今当日") < 0
            || line.StartsWith("日前")
            || line.StartsWith("近日");
    }

    /// <summary>True where a byline or a dateline begins: 本报讯, ▶本报记者, □本报记者, 文/, 新华社北京1月2日电.</summary>
    public static bool IsByline(ReadOnlySpan<char> line)
    {
        var bare = line.TrimStart(Bullets);
        return bare.StartsWith("本报记者")
            || bare.StartsWith("本刊记者")
            || bare.StartsWith("文/")
            || bare.StartsWith("记者") && bare.Length < 14 && !bare.ContainsAny("，。了的在从")
            || bare.StartsWith("新华社") && bare[..Math.Min(bare.Length, 16)].Contains('电')
            || Dateline.TryRead(bare, out _);
    }

    /// <summary>
    /// True where a line can only be the rest of the one before it: a mark that opens nothing, or one character and then a mark
    /// (区，展出…). A number (一，) is none, nor the first of those addressed (市、县人民政府：).
    /// </summary>
    public static bool IsRest(ReadOnlySpan<char> line) =>
        !line.IsEmpty && ("，。、；：）》”’".Contains(line[0]) || line[0] == '的' && !line.StartsWith("的士"))
        || line.Length > 1 && line[0] is >= '\u4e00' and <= '\u9fff' && line[1] is '，' or '。' or '；' && !Numerals.Contains(line[0]);

    /// <summary>A hyphen set before a word as a bullet; -12% is none.</summary>
    private static bool IsDash(ReadOnlySpan<char> line) => line.Length > 1 && line[0] == '-' && line[1] >= '\u3000';

    /// <summary>True for 一、 十二、 1. 1、 12.</summary>
    public static bool IsNumbered(ReadOnlySpan<char> line)
    {
        var digits = Run(line, Numerals);
        if (digits > 0)
        {
            return digits < line.Length && line[digits] is '、' or '.';
        }

        digits = DigitRun(line);
        return digits is > 0 and < 3
            && digits < line.Length
            && (line[digits] == '、' || line[digits] == '.' && (digits + 1 == line.Length || !char.IsAsciiDigit(line[digits + 1])));
    }

    /// <summary>（一） （12） 1）</summary>
    private static bool IsBracketed(ReadOnlySpan<char> line)
    {
        var inner = line[0] == '（' ? line[1..] : line;
        var digits = Math.Max(Run(inner, Numerals), DigitRun(inner));
        return digits is > 0 and < 4 && digits < inner.Length && inner[digits] == '）';
    }

    /// <summary>第四条 第二章 第一节 第12条; 第二十三届 is none.</summary>
    private static bool IsOrdinal(ReadOnlySpan<char> line)
    {
        if (line[0] != '第')
        {
            return false;
        }

        var rest = line[1..];
        var digits = Math.Max(Run(rest, Numerals), DigitRun(rest));
        return digits > 0 && digits < rest.Length && rest[digits] is '条' or '章' or '节' or '编';
    }

    private static int Run(ReadOnlySpan<char> text, string set)
    {
        var length = text.IndexOfAnyExcept(set);
        return length < 0 ? text.Length : length;
    }

    private static int DigitRun(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? text.Length : length;
    }
}
