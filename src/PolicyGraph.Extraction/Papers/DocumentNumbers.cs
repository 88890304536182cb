using System.Text.RegularExpressions;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// 发文字号 as heads write it (GB/T 9704-2012, 7.2.5: 发文机关代字, year in 〔〕, serial number), with the older ways of writing it:
/// （1985）, [1997], the year first.
/// </summary>
public static partial class DocumentNumbers
{
    private const int Longest = 40;

    /// <summary>What every number ends with: most lines are told by its absence.</summary>
    private const char Mark = '号';

    /// <summary>
    /// The number that a line is, or ends or begins with; null where it has none. Start and length are positions of
    /// <paramref name="line"/>.
    /// </summary>
    public static string? Find(ReadOnlySpan<char> line, out int start, out int length)
    {
        var from = DayBefore(line);
        var match = line.Length <= Longest && line.Contains(Mark) ? Whole().Match(line[from..].ToString()) : Match.Empty;
        (start, length) = (from + match.Groups["number"].Index, match.Groups["number"].Length);
        if (match.Success && Days.TryRead(line[start..], out var day, out _))
        {
            (start, length) = (start + day, length - day);
        }

        return match.Success ? Normal(line.Slice(start, length).ToString()) : null;
    }

    /// <summary>
    /// The length of the day in figures that a line or its bracket opens with before the number: （1986年7月9日，国发〔1986〕71号）,
    /// 2000年12月28日税委会〔2000〕17号.
    /// </summary>
    private static int DayBefore(ReadOnlySpan<char> line) =>
        line.Length > Longest || !line.Contains(Mark) ? 0
        : line.StartsWith("（")
            ? Days.TryRead(line[1..], out var day, out _) && day + 2 < line.Length ? day + (line[day + 1] == '，' ? 2 : 1)
                : 0
        : Days.TryRead(line, out var open, out _) && open < line.Length ? open
        : 0;

    /// <summary>
    /// The number of the order that gave a text out, from the words after its day: 国务院令第258号 in 中华人民共和国国务院令第258号发布;
    /// null where they name none.
    /// </summary>
    public static string? OfOrder(ReadOnlySpan<char> words, out int start, out int length)
    {
        const string Country = "中华人民共和国";
        (start, length) = (0, 0);
        var order = words.IndexOf("令第");
        var end = order < 0 ? -1 : words[order..].IndexOf(Mark);
        if (end < 0 || !IsSerial(words.Slice(order + 1, end)))
        {
            return null;
        }

        start = words[..order].LastIndexOf('日') + 1;
        start += words[start..].StartsWith(Country) && !words[..order].EndsWith("主席") ? Country.Length : 0;
        length = order + end + 1 - start;
        return words.Slice(start, length).ToString();
    }

    /// <summary>True for the number of an announcement or order within its year or at all: 2020年第21号, 第227号, 第五十三号.</summary>
    public static bool IsSerial(ReadOnlySpan<char> line) => line.Length < 16 && line.Contains(Mark) && Serial().IsMatch(line);

    /// <summary>The spelling that the graph uses: 〔〕 round the year.</summary>
    public static string Normal(string number) => YearInBrackets().Replace(number, "〔${year}〕");

    /// <summary>
    /// 国发〔2020〕7号, （财税字（94）第001号）, （88）国科发字12号, 国发明电〔2003〕5号; not 第42期, not （以下简称12号文）.
    /// </summary>
    [GeneratedRegex(
        "^（?(?<number>[\\u4e00-\\u9fffA-Z]{1,16}[〔（【](?:(?:19|20)[0-9]{2}|[89][0-9])[〕）】](?:[\\u4e00-\\u9fff]{0,6}字)?第?[0-9]{1,5}号|[〔（](?:(?:19|20)[0-9]{2}|[89][0-9])[〕）][\\u4e00-\\u9fff]{1,10}第?[0-9]{1,5}号)）?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Whole();

    /// <summary>2020年第21号, （第12号）, 第五十三号, 〔2016〕第3号, 〔2013〕43号; not 第42期, not 第12号台风, not 43号.</summary>
    [GeneratedRegex(
        "^（?(?:〔(?:19|20)[0-9]{2}〕第?|(?:(?:19|20)[0-9]{2}年)?第)[0-9一二三四五六七八九十百零〇]{1,6}号）?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Serial();

    /// <summary>（1985） and 【1985】 in a number.</summary>
    [GeneratedRegex("[（【〔](?<year>[0-9]{2,4})[）】〕]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex YearInBrackets();
}
