using PolicyGraph.Extraction.Mentions.Bodies;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Roles;

/// <summary>The unknown members of labelled lists: 主办单位：甲局, with 乙丙会 on the next line, up to the next label or heading.</summary>
internal static class LabelLists
{
    private const int ShortestName = 4;
    private const int LongestName = 30;
    private const int MostLines = 40;

    private static readonly string[] Ends = ["单位：", "单位:", "机构：", "方：", "媒体：", "：", "单位为："];

    /// <summary>In the order of the text.</summary>
    /// <param name="verb">Where the word for the role starts.</param>
    public static IEnumerable<TextSpan> Find(Paper paper, KnownSpans known, int verb)
    {
        var text = paper.Text;
        var label = text.AsSpan(verb + 2).WordAtStart(Ends);
        if (label is null)
        {
            yield break;
        }

        var start = verb + 2 + label.Length;
        for (var lines = 0; lines < MostLines && start < text.Length; lines++)
        {
            var end = LineEnd(paper, start);
            if (lines > 0 && (text.AsSpan(start, end - start).ContainsAny("：:。；！？") || !IsListLine(text, known, new(start, end))))
            {
                yield break;
            }

            foreach (var name in Members(text, start, end).Where(m => IsName(paper, known, m)))
            {
                yield return name;
            }

            start = end;
        }
    }

    private static int LineEnd(Paper paper, int start)
    {
        var end = start + 1;
        while (end < paper.Text.Length && paper.Source.GapBefore(end) < Gap.Line)
        {
            end++;
        }

        return end;
    }

    /// <summary>A line of the list holds a known body or ends as one; a heading (二、大会主题) does not.</summary>
    private static bool IsListLine(string text, KnownSpans known, TextSpan line) =>
        Members(text, line.Start, line.End).Any(m => known.Fills(m))
        || line.Length <= LongestName && known.StartingAt(line.Start).Count > 0;

    private static IEnumerable<TextSpan> Members(string text, int start, int end)
    {
        for (var at = start; at <= end; at++)
        {
            if (at < end && text[at] is not ('、' or '，' or ',' or '；' or ';' or '。'))
            {
                continue;
            }

            if (at > start)
            {
                yield return new(start, at);
            }

            start = at + 1;
        }
    }

    private static bool IsName(Paper paper, KnownSpans known, TextSpan name)
    {
        var words = paper.Text.AsSpan(name.Start, name.Length);
        var letters = words.EndsWith("等") || words.EndsWith("）") ? words[..^1] : words;
        return name.Length is >= ShortestName and <= LongestName
            && !known.Fills(name)
            && known.EndingAt(name.End).Count == 0
            && !words.ContainsAny("：:“”《》〔〕！？的")
            && !letters.IsEmpty
            && NameStart.IsNameCharacter(letters[^1])
            && !char.IsAsciiDigit(words[0])
            && !words.EndsWith("等")
            && !NameParts.Read(paper, name.Start, name.End).IsClass;
    }
}
