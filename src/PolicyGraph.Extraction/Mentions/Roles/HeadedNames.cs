using PolicyGraph.Extraction.Mentions.Bodies;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Roles;

/// <summary>
/// What an entry is about, by its form: a short line, and under it a text that begins with the same words and says what or where that is
/// (甲小镇 / 甲小镇位于某市).
/// </summary>
internal static class HeadedNames
{
    private const int ShortestName = 4;
    private const int LongestName = 28;

    private static readonly string[] Predicates =
    [
        "位于",
        "坐落",
        "地处",
        "是",
        "为",
        "系",
        "于",
        "成立",
        "创建",
        "始建",
        "由",
        "，是",
        "，位于",
        "占地",
        "总部",
        "办公",
        "作为",
    ];

    private static readonly string[] Zones = ["小镇", "创业港", "谷", "港", "城", "园", "园区", "基地", "区", "孵化园"];

    private static readonly string[] Organizations =
    [
        "空间",
        "中心",
        "平台",
        "院",
        "所",
        "公司",
        "集团",
        "联盟",
        "协会",
        "学会",
        "办公室",
        "实验室",
        "孵化器",
        "学校",
        "大学",
        "学院",
        "银行",
        "基金会",
        "社",
    ];

    /// <summary>Adds the names to the paper, wherever they stand.</summary>
    public static IEnumerable<(TextSpan Span, bool IsZone)> Find(Paper paper, KnownSpans known)
    {
        for (var i = 0; i + 1 < paper.Lines.Count; i++)
        {
            var line = paper.Lines[i].Span;
            var next = paper.Lines[i + 1].Span;
            if (
                line.Length is < ShortestName or > LongestName
                || !StartsWith(paper.Text, next, line, out var start)
                || known.Fills(new(start, start + line.Length))
            )
            {
                continue;
            }

            var words = line.Of(paper.Text);
            var isZone = words.EndsWithAny(Zones);
            if (
                (isZone || words.EndsWithAny(Organizations))
                && words.IndexOfAny(['的', '，', '、', '。', '：']) < 0
                && !NameParts.Read(paper, line.Start, line.End).IsClass
            )
            {
                yield return (new(start, start + line.Length), isZone);
                yield return (line, isZone);
            }
        }
    }

    /// <summary>
    /// The next line begins with the words of this one, in quotation marks or not, and goes on to say something of it; a gloss in brackets
    /// may stand between.
    /// </summary>
    private static bool StartsWith(string text, TextSpan next, TextSpan line, out int start)
    {
        start = next.Start + (text[next.Start] == '“' ? 1 : 0);
        var end = start + line.Length;
        if (end >= next.End || !text.AsSpan(start, line.Length).SequenceEqual(text.AsSpan(line.Start, line.Length)))
        {
            return false;
        }

        end += text[end] == '”' ? 1 : 0;
        var close = text[end] == '（' ? text.IndexOf('）', end, Math.Min(LongestName, next.End - end)) : -1;
        end = close > 0 ? close + 1 : end;
        foreach (var predicate in Predicates)
        {
            if (text.AsSpan(end).StartsWith(predicate))
            {
                return true;
            }
        }

        return text.AsSpan(end).StartsWith("办公场地");
    }
}
