using System.Text.RegularExpressions;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Articles;

/// <summary>Lines that are known by their whole shape: a date, a picture's credit, a source, an official paper's title.</summary>
public static partial class LineShapes
{
    private static readonly string[] TitleEnds =
    [
        "通知",
        "意见",
        "决定",
        "办法",
        "规定",
        "通告",
        "公告",
        "公报",
        "批复",
        "复函",
        "的函",
        "条例",
        "方案",
        "规划",
        "计划",
        "纲要",
        "细则",
        "令",
        "报告",
        "（试行）",
        "（节选）",
    ];

    private static readonly string[] ImprintOpenings =
    [
        "编辑：",
        "组版：",
        "责编：",
        "责任编辑：",
        "美编：",
        "校对：",
        "新闻热线",
        "监督举报",
        "征订",
        "邮发代号",
        "统一刊号",
        "国内统一",
        "电话：",
        "传真：",
        "网址：",
        "邮箱：",
        "地址：",
        "邮编：",
        "值班",
    ];

    private static readonly string[] TextOpenings =
    [
        "为了",
        "为贯彻",
        "为深入",
        "为进一步",
        "为落实",
        "为加快",
        "为推动",
        "为规范",
        "根据",
        "按照",
        "依据",
        "经",
        "近日",
        "日前",
        "近年来",
        "今年",
        "截至",
        "据",
    ];

    /// <summary>Characters from which on a line with a comma may be a cut paragraph, and one with 、 a cut list.</summary>
    private const int ShortestText = 20;
    private const int ShortestList = 12;

    private const int LongestTurn = 12;
    private const int LongestImprint = 60;

    /// <summary>True for a line that is a date and no more.</summary>
    public static bool IsDate(ReadOnlySpan<char> line) => line.Length is > 5 and < 16 && line[^1] is '日' or '月' && Day().IsMatch(line);

    /// <summary>True for a line of a newspaper's head: its day with the day of the week, who publishes it, its issue.</summary>
    public static bool IsMasthead(ReadOnlySpan<char> line) =>
        line.Length < 40
        && (
            line.Contains("星期", StringComparison.Ordinal) && line.Contains('年') && line.Contains('日')
            || line.StartsWith("主办：")
            || line.StartsWith("主管：")
            || line.EndsWith("主管")
            || line.EndsWith("主办")
            || line[0] == '第' && (line[^1] == '期' || line.Contains("期（总", StringComparison.Ordinal))
        );

    /// <summary>True for a line drawn with signs: ------, ......, ====.</summary>
    public static bool IsRule(ReadOnlySpan<char> line) => !line.ContainsAnyExcept("-=_.—·*~…");

    /// <summary>True for a picture's credit: 陈艺摄, 新华社记者某某/摄.</summary>
    public static bool IsCredit(ReadOnlySpan<char> line) => line[^1] == '摄' && line.Length - line.LastIndexOf('。') < 30;

    /// <summary>True for a line of the imprint: editors, telephones, subscription.</summary>
    public static bool IsImprint(ReadOnlySpan<char> line)
    {
        if (line.Length < LongestImprint)
        {
            foreach (var opening in ImprintOpenings)
            {
                if (line[0] == opening[0] && line.StartsWith(opening))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>True where a line ends by naming the article's source: （来源：某某网）; or is no more than that: 来源：某某网.</summary>
    public static bool EndsWithSource(ReadOnlySpan<char> line)
    {
        if (line[^1] != '）' && !line.StartsWith("来源："))
        {
            return false;
        }

        var at = line.LastIndexOf("来源：");
        return at >= 0 && line.Length - at < 30 && (at == 0 || line[at - 1] == '（' && line[^1] == '）');
    }

    /// <summary>
    /// True where a line ends by leading to another page, or is no more than that: （下转第3版）, ▶▶下转2版, 详见2-3版;
    /// 征求意见稿详见第2版说明 is none.
    /// </summary>
    public static bool EndsWithPage(ReadOnlySpan<char> line)
    {
        var bare = line.TrimEnd('）');
        if (bare.IsEmpty || bare[^1] is not ('版' or '页'))
        {
            return false;
        }

        var at = Math.Max(bare.LastIndexOf("下转"), bare.LastIndexOf("详见"));
        return at >= 0
            && bare.Length - at < LongestTurn
            && !bare[(at + 2)..^1].ContainsAnyExcept("第0123456789-—、一二三四五六七八九十")
            && (bare.Length < line.Length ? at > 0 && bare[at - 1] == '（' : line[..at].IndexOfAnyExcept("▶►▷→>") < 0);
    }

    /// <summary>True where a line goes on from another page: （上接第1版）, ▶▶上接1版, its text after it or below it.</summary>
    public static bool IsFromPage(ReadOnlySpan<char> line)
    {
        var bare = line.TrimStart("（▶►▷→<");
        return bare.StartsWith("上接") && bare.IndexOfAny('版', '页') is > 2 and < LongestTurn;
    }

    /// <summary>
    /// True for the beginning of a paragraph that was cut: it opens as sentences of papers do (为贯彻…, 根据…，, 2019年6月，), text follows
    /// its byline, or its last clause or the last name of its list has hardly begun.
    /// </summary>
    public static bool IsCutText(ReadOnlySpan<char> line)
    {
        if (HasTextAfterByline(line))
        {
            return true;
        }

        if (line.Length < ShortestText)
        {
            return line.Length >= ShortestList && line[^2] is '、' or '，';
        }

        var comma = line.LastIndexOf('，');
        if (comma < 0)
        {
            return line[^2] == '、';
        }

        foreach (var opening in TextOpenings)
        {
            if (line.StartsWith(opening))
            {
                return true;
            }
        }

        return line.Length - comma <= 3 || line[^2] == '、' || OpensWithDay(line);
    }

    /// <summary>True for 本报讯（记者甲乙）近日; the names alone, 本报讯（记者甲乙）, may be set on a line of their own.</summary>
    private static bool HasTextAfterByline(ReadOnlySpan<char> line)
    {
        var close = line.IndexOf('）');
        return close > 0
            && close + 1 < line.Length
            && (
                line[..close].StartsWith("本报讯（")
                || line[..close].StartsWith("本刊讯（")
                || line.StartsWith("新华社") && line[..close].Contains("电（", StringComparison.Ordinal)
            );
    }

    /// <summary>True for 2019年6月，…: a day and a comma open a sentence; 2019年工作回顾 is a headline.</summary>
    private static bool OpensWithDay(ReadOnlySpan<char> line)
    {
        var comma = line.IndexOf('，');
        return char.IsAsciiDigit(line[0])
            && comma is > 2 and < 12
            && line[comma - 1] is '月' or '日'
            && line[..(comma - 1)].IndexOfAnyExcept("0123456789年月") < 0;
    }

    /// <summary>True where a line ends as titles of official papers do.</summary>
    public static bool IsTitle(ReadOnlySpan<char> line) => line.EndsWithAny(TitleEnds);

    /// <summary>2021年3月8日 and 一九八八年五月三日; not 2021年3月8日起施行.</summary>
    [GeneratedRegex(
        "^[0-9〇○零一二三四五六七八九]{4}年[0-9元一二三四五六七八九十]{1,3}月(?:[0-9一二三四五六七八九十廿]{1,3}日)?$",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Day();
}
