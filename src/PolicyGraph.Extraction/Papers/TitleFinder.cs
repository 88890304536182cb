using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Mentions.Works;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// Finds the title of an official paper among the lines of its head: 某机关关于某事的通知 over one line or several, or a line that is the
/// title of a plan or of rules. Lines of navigation, numbers, dates and issuers round it are passed over.
/// </summary>
internal static class TitleFinder
{
    private const int MostLines = 8;
    private const int LongestTitle = 400;
    private const int LongestButton = 4;
    private const int RepeatReach = 8;

    /// <summary>（生产类） on a line of its own says which kind of a form was used; （试行） is part of the title.</summary>
    private const int LongestNote = 12;

    private static readonly string[] Rules = ["条例", "规定", "办法", "章程", "细则", "规则", "规程", "准则"];

    /// <summary>
    /// The first title from line <paramref name="from"/> to <paramref name="to"/>; false where no line has the shape of one.
    /// </summary>
    public static bool TryFind(Paper paper, int from, int to, out OfficialTitle title)
    {
        for (var i = from; i < to && i < paper.Lines.Count; i++)
        {
            if (TryRead(paper, i, out title))
            {
                title =
                    TryRead(paper, title.LastLine + 1, out var full) && IsHeadline(title.Span.Of(paper.Text), full.Span.Of(paper.Text))
                        ? full
                        : title;
                return true;
            }
        }

        title = default;
        return false;
    }

    /// <summary>The same title once more, below what a site says of the paper first; false where the next lines have none.</summary>
    public static bool TryFindAgain(Paper paper, OfficialTitle title, out OfficialTitle again)
    {
        again = default;
        for (var i = title.LastLine + 2; i <= title.LastLine + RepeatReach && i < paper.Lines.Count; i++)
        {
            if (TryRead(paper, i, out again) && again.Span.Of(paper.Text) == title.Span.Of(paper.Text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// 五部门关于某事的通知 over 某部 某部 某局关于某事的通知: a site's headline, and the title itself, which names more.
    /// </summary>
    private static bool IsHeadline(string line, string next)
    {
        var about = TitleIssuers.About(line);
        return about >= 0 && TitleIssuers.About(next) > about && next.EndsWith(line[about..], StringComparison.Ordinal);
    }

    /// <summary>The title that starts at a line.</summary>
    public static bool TryRead(Paper paper, int first, out OfficialTitle title)
    {
        title = default;
        if (first >= paper.Lines.Count || IsFurniture(Of(paper, first)))
        {
            return false;
        }

        for (var last = first; last < paper.Lines.Count && last < first + MostLines; last++)
        {
            var line = Of(paper, last);
            if (
                HeadLabels.IsLabelled(paper, paper.Lines[last].Span)
                || IsForeign(line)
                || last > first && OrderLine.TryRead(paper, last, out _)
                || last > first && (LineStarts.IsItem(line) || line.SequenceEqual(Of(paper, first)) || IsWholeBelow(paper, last))
            )
            {
                return title.Span.Length > 0;
            }

            if (last > first && !title.Span.IsEmpty && IsReport(line) && IsReport(title.Span.Of(paper.Text)))
            {
                // The second line gives the report once more, with who made it where.
                return true;
            }

            var span = WithoutNote(paper.Text, new(paper.Lines[first].Span.Start, paper.Lines[last].Span.End));
            if (span.Length > LongestTitle)
            {
                break;
            }

            var text = paper.Text.AsSpan(span.Start, span.Length);
            if (
                (IsTitle(text) || IsAdopted(paper, text, last))
                && IsIssuers(text, paper.Lines[first].Span.Length)
                && (title.Span.IsEmpty || !paper.Lines[last].AfterBlank)
            )
            {
                title = new(span, first, last);
            }

            if (!title.Span.IsEmpty && (last + 1 >= paper.Lines.Count || paper.Lines[last + 1].AfterBlank || EndsFirmly(text)))
            {
                return true;
            }
        }

        return !title.Span.IsEmpty;
    }

    /// <summary>返回顶部, NOTICE: what a page sets above a title; no title begins with so few words or without a Chinese one.</summary>
    private static bool IsFurniture(ReadOnlySpan<char> line) =>
        line.Length <= LongestButton && TitleKinds.Of(line).Word is null && !Signature.IsOffice(line) && !line.StartsWith("关于")
        || !line.ContainsAnyInRange('\u4e00', '\u9fff');

    /// <summary>某省某市人民政府 and, behind a blank line, 某市人民政府关于某事的通知: a site names the office over the title.</summary>
    private static bool IsWholeBelow(Paper paper, int last) =>
        paper.Lines[last].AfterBlank
        && Signature.IsOfficeLine(paper, last - 1)
        && TitleIssuers.About(Of(paper, last)) is > 0 and var about
        && Signature.IsOffice(Of(paper, last)[..about])
        && IsTitle(Of(paper, last));

    /// <summary>
    /// Where the title's own words begin after the first line, what stands before them must be who speaks: no line of navigation.
    /// </summary>
    private static bool IsIssuers(ReadOnlySpan<char> text, int firstLine)
    {
        var about = TitleIssuers.End(text);
        return about < firstLine || Signature.IsOffice(text[..about]);
    }

    /// <summary>A line over an adoption line is the name of rules however short it is.</summary>
    private static bool IsAdopted(Paper paper, ReadOnlySpan<char> text, int last) =>
        last + 1 < paper.Lines.Count
        && text.Length > 3
        && TitleKinds.Of(text).IsPolicy
        && !text.ContainsAny("。，；")
        && AdoptionLine.IsOne(Of(paper, last + 1));

    /// <summary>True for 关于…的通知 and the like, and for the name of a plan, of rules or of a report.</summary>
    public static bool IsTitle(ReadOnlySpan<char> text)
    {
        var about = TitleIssuers.End(text);
        var kind = TitleKinds.Of(text);
        if (kind.Word is null || text.Contains('。') || !kind.IsPolicy && !IsReport(text) || LineStarts.IsItem(text) || text.Length < 5)
        {
            return false;
        }

        return about >= 0
            ? text.Length > about + kind.Word.Length + 4
            : (text.Length > 6 || IsReport(text))
                && text.Length < 70
                && !text.ContainsAny("，。；")
                && (IsReport(text) || !TitleKinds.IsBare(text))
                && !text.StartsWith("《")
                && (IsRules(kind.Word) || !Signature.IsOffice(text[..^kind.Word.Length]) && !text.EndsWith("标准公告"));
    }

    /// <summary>
    /// 某交易所管理规定: rules may be named for the body that they govern; a body's name before 公告 or 令 is who speaks.
    /// </summary>
    private static bool IsRules(string kind) => kind.EndsWithAny(Rules);

    /// <summary>政府工作报告, 统计公报, 预算执行情况与预算草案的报告: official, but no policy.</summary>
    public static bool IsReport(ReadOnlySpan<char> text)
    {
        var title = text[..TitleKinds.WithoutBrackets(text)];
        return title.EndsWith("工作报告")
            || title.EndsWith("公报")
            || title.EndsWith("的报告")
                && (title.Contains("执行情况", StringComparison.Ordinal) || title.Contains("草案", StringComparison.Ordinal));
    }

    /// <summary>Communiques hang their footnotes on the title: 统计公报[1].</summary>
    private static TextSpan WithoutNote(string text, TextSpan title)
    {
        var open = text[title.End - 1] == '〕' ? text.AsSpan(title.Start, title.Length).LastIndexOf('〔') : -1;
        return open > 0 && !text.AsSpan(title.Start + open + 1, title.Length - open - 2).ContainsAnyExceptInRange('0', '9')
            ? new(title.Start, title.Start + open)
            : title;
    }

    private static bool EndsFirmly(ReadOnlySpan<char> text) =>
        text.EndsWith("的通知")
        || text.EndsWith("的决定")
        || text.EndsWith("的批复")
        || text.EndsWith("的公告")
        || text.EndsWith("的通告")
        || text.EndsWith("的复函")
        || text.EndsWith("的答复");

    /// <summary>A line that is no part of a title: it closes a sentence, is sent to somebody, is a date or a number.</summary>
    private static bool IsForeign(ReadOnlySpan<char> line) =>
        LineEnds.IsStop(line)
        || line.EndsWith("...")
        || line.ContainsAny('|', '>')
        || IsTrail(line)
        || line[^1] is '：' or '；'
        || LineShapes.IsDate(line)
        || line[0] == '（' && line[^1] == '）' && Days.In(line) is not null
        || IsNote(line)
        || LineShapes.IsRule(line)
        || LineStarts.IsByline(line)
        || AdoptionLine.IsOne(line)
        || line.Length < 20 && DocumentNumbers.IsSerial(line)
        || line.Length < LongestTitle && DocumentNumbers.Find(line, out _, out _) is not null
        || line.EndsWith("文件") && line.Length < 30
        || line.StartsWith("（摘自")
        || line.StartsWith("（原载")
        || line.EndsWith("国务院公报")
        || line.EndsWith("政府公报")
        || LineStarts.IsItem(line) && !line.StartsWith("附件");

    /// <summary>首页 » 法规 » 部门规章: where a page stands in its site; the mark is read as one that closes a title.</summary>
    private static bool IsTrail(ReadOnlySpan<char> line) => !line.Contains('《') && line.Count('》') > 1;

    /// <summary>（生产类）: which kind of a form was used.</summary>
    public static bool IsNote(ReadOnlySpan<char> line) =>
        line.Length is > 2 and < LongestNote
        && line[0] == '（'
        && line[^1] == '）'
        && line.IndexOfAny("年试草修稿版暂0123456789号".AsSpan()) < 0;

    private static ReadOnlySpan<char> Of(Paper paper, int index)
    {
        var span = paper.Lines[index].Span;
        return paper.Text.AsSpan(span.Start, span.Length);
    }
}

/// <summary>A title and the lines that it takes.</summary>
/// <param name="Span">In the squeezed text.</param>
/// <param name="FirstLine">Index into <see cref="Paper.Lines"/>.</param>
/// <param name="LastLine">The last of its lines.</param>
internal readonly record struct OfficialTitle(TextSpan Span, int FirstLine, int LastLine);
