using System.Text.RegularExpressions;
using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Papers;

/// <summary>The head of a newspaper or bulletin: its name, who publishes it, issue and day, in whatever order they stand.</summary>
/// <param name="Title">The paper's name, or null.</param>
/// <param name="Publisher">Who publishes it, or null.</param>
/// <param name="Issue">第42期.</param>
/// <param name="Published">ISO day, or null.</param>
internal sealed partial record Masthead(string? Title, string? Publisher, string? Issue, string? Published)
{
    private const int HeadLines = 60;
    private const int LongestLine = 40;

    private static readonly string[] Newspapers = ["日报", "晚报", "时报", "周报", "导报", "商报", "晨报", "早报", "青年报"];

    private static readonly string[] PaperNames =
    [
        .. Newspapers,
        "快报",
        "速报",
        "简报",
        "通报",
        "周刊",
        "月刊",
        "通讯",
        "动态",
        "参考",
        "内参",
        "专报",
        "信息",
        "要情",
        "报",
    ];

    /// <summary>
    /// False where the first lines have neither an issue with a day or the paper's name, nor the name of a newspaper with a day of the
    /// week.
    /// </summary>
    public static bool TryRead(Paper paper, out Masthead masthead)
    {
        string? title = null,
            publisher = null,
            issue = null,
            published = null,
            organization = null;
        var hasWeekday = false;
        for (var i = 0; i < paper.Lines.Count && i < HeadLines; i++)
        {
            var span = paper.Lines[i].Span;
            if (span.Length > LongestLine)
            {
                continue;
            }

            var line = span.Of(paper.Text);
            var found = IssueLine().Match(line);
            if (found.Success)
            {
                issue ??= found.Groups["issue"].Value;
            }

            var day = DayOf(line);
            published ??= day;
            hasWeekday |= day is not null && line.Contains("星期", StringComparison.Ordinal);
            publisher ??= PublisherOf(line);
            organization ??= issue is not null && found.Length == 0 && i > 0 && IsOrganization(line) ? paper.Source.Surface(span) : null;
            title ??=
                found.Length < line.Length && IsPaperName(line) ? paper.Source.Surface(span)
                : line.EndsWith("报社", StringComparison.Ordinal) && line.Length < 16 ? paper.Source.Surface(new(span.Start, span.End - 1))
                : null;
        }

        var isNewspaper = title is not null && IsNewspaper(title);
        masthead = new(title, publisher ?? (isNewspaper ? title : organization ?? title), issue, published);
        return issue is not null ? published is not null || title is not null : isNewspaper && hasWeekday;
    }

    /// <summary>2020年1月20日星期一, alone or with the issue behind it; a day within a sentence is none.</summary>
    private static string? DayOf(string line) =>
        Days.TryRead(line, out var length, out var iso) && (length == line.Length || line[length] is '星' or '第' or '（' or '总')
            ? iso
            : null;

    private static string? PublisherOf(string line)
    {
        var label = line[^1] is '办' or '印' || line.Contains('：', StringComparison.Ordinal) ? Label().Match(line) : Match.Empty;
        return label.Success ? label.Groups["name"].Value : null;
    }

    private static bool IsPaperName(string line) =>
        line.Length is > 2 and < 16
        && !line.Contains('：', StringComparison.Ordinal)
        && !line.StartsWith('-')
        && !LineStarts.IsItem(line)
        && PaperNames.Any(end => line.EndsWith(end, StringComparison.Ordinal));

    private static bool IsNewspaper(string name) => name.EndsWithAny(Newspapers);

    private static bool IsOrganization(string line) => line.Length is > 4 and < 30 && Signature.IsOffice(line);

    /// <summary>第42期, 第3期（总第2365期）, 第8号（总号：720）; not 第一期工程, not the number of an order (第8号).</summary>
    [GeneratedRegex(
        "(?<issue>第[0-9]{1,5}期|第[0-9]{1,5}号(?=（总))(?:（总[第号]：?[0-9]+[期号]?）|总第[0-9]+[期号])?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex IssueLine();

    /// <summary>主办：某某研究院, 某部主管某某报社主办, 主管：某部主办：某某学会; not 某部主管, not 主办方介绍.</summary>
    [GeneratedRegex(
        "(?:^|主管.{0,24})(?:主办|编印|出版)(?:单位)?：(?<name>[^：，。]{3,30})$|^(?:[^：，。]{3,20}主管)?(?<name>[^：，。由]{3,20}?)(?:主办|编印)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Label();
}
