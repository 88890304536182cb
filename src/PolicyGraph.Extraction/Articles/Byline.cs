using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Articles;

/// <summary>
/// Who wrote an article and which paper speaks: 本报讯（记者 甲乙 通讯员 丙丁）, ▶ 本报记者 甲乙, □甲乙/文 丙丁/摄,
/// 新华社北京9月1日电（记者甲乙、丙丁）.
/// </summary>
/// <param name="Authors">Their names, roles left out; those who took the pictures among them.</param>
/// <param name="Source">本报, 本刊, 新华社 or the name in a dateline; null where the line names none.</param>
/// <param name="End">Where the byline ends and the text begins.</param>
internal readonly record struct Byline(IReadOnlyList<string> Authors, string? Source, int End)
{
    private const int LongestBracket = 60;
    private const int LongestLead = 20;
    private const int LongestReporter = 14;
    private const int LongestName = 5;

    private static readonly string[] Roles =
    [
        "见习记者",
        "实习记者",
        "特约记者",
        "特派记者",
        "本报记者",
        "本刊记者",
        "记者",
        "通讯员",
        "特约通讯员",
        "实习生",
        "文/",
        "图/",
        "摄影",
        "作者：",
        "作者",
    ];

    /// <summary>Reads the byline that a sentence begins with or is; false where it has none.</summary>
    public static bool TryRead(Paper paper, TextSpan sentence, out Byline byline)
    {
        byline = default;
        var text = paper.Text.AsSpan(sentence.Start, sentence.Length);
        if (!LineStarts.IsByline(text))
        {
            return TryLabelled(paper, sentence, out byline);
        }

        var isDateline = Dateline.TryRead(text, out var dateline);
        var source =
            text.Contains("新华社", StringComparison.Ordinal) ? "新华社"
            : text.IndexOf("本刊") is >= 0 and < 3 ? "本刊"
            : text.IndexOf("本报") is >= 0 and < 3 ? "本报"
            : isDateline ? paper.Source.Surface(new(sentence.Start + dateline.Outlet.Start, sentence.Start + dateline.Outlet.End))
            : null;
        var (writers, end) = Writers(text, isDateline ? dateline.End : 0);
        byline = new(Names(paper, new(sentence.Start + writers.Start, sentence.Start + writers.End)), source, sentence.Start + end);
        return true;
    }

    /// <summary>
    /// Who wrote it, and where the text begins: in brackets (（记者甲）), before a colon (记者甲报道：), or all of a line without marks.
    /// </summary>
    /// <param name="text">The sentence.</param>
    /// <param name="from">Behind the dateline; 0 where there is none.</param>
    private static (TextSpan Writers, int End) Writers(ReadOnlySpan<char> text, int from)
    {
        var open = text[from..].IndexOfAny('（', '【');
        var length = open < 0 ? -1 : text[(from + open)..].IndexOfAny('）', '】');
        if (length is > 0 and < LongestBracket && open <= (from > 0 ? 0 : LongestLead) && !text[..(from + open)].ContainsAny("，。"))
        {
            return (new(from + open + 1, from + open + length), from + open + length + 1);
        }

        if (from > 0 && text[from..].StartsWith("记者") && text[from..].IndexOf('：') is > 0 and < LongestReporter and var colon)
        {
            return (new(from, from + colon), from + colon + 1);
        }

        return text.ContainsAny("，。") ? (new(from, from), from) : (new(from, text.Length), text.Length);
    }

    /// <summary>来源：某报 2024-05-18 作者：甲乙; a site that names itself as author (作者：某某网) is none.</summary>
    private static bool TryLabelled(Paper paper, TextSpan line, out Byline byline)
    {
        byline = default;
        var text = paper.Text.AsSpan(line.Start, line.Length);
        var label = text.IndexOf("作者：");
        if (label < 0 || label > 0 && !LineShapes.EndsWithSource(text))
        {
            return false;
        }

        var start = line.Start + label + 3;
        var end = start;
        while (end < line.End && (end == start || paper.Source.GapBefore(end) == Gap.None))
        {
            end++;
        }

        byline = new(end > start && "网社报局厅委部".Contains(paper.Text[end - 1]) ? [] : Names(paper, new(start, end)), null, line.End);
        return byline.Authors.Count > 0;
    }

    /// <summary>Names are set apart by blanks, 、 / and the words for their roles.</summary>
    private static List<string> Names(Paper paper, TextSpan run)
    {
        List<string> names = [];
        var from = run.Start;
        for (var at = run.Start; at <= run.End; at++)
        {
            var role = at < run.End ? RoleAt(paper.Text.AsSpan(at, run.End - at)) : 0;
            if (
                at == run.End
                || role > 0
                || paper.Text[at] is '、' or '/' or '：' or '□' or '▶'
                || paper.Source.GapBefore(at) != Gap.None && at > from
            )
            {
                Add(names, paper, new(from, at));
                at += Math.Max(0, role - 1);
                from = at < run.End && (role > 0 || paper.Text[at] is '、' or '/' or '：' or '□' or '▶') ? at + 1 : at;
            }
        }

        return names;
    }

    private static void Add(List<string> names, Paper paper, TextSpan span)
    {
        var name = paper.Source.Surface(span).TrimEnd('文', '摄', '图').Replace("报道", "", StringComparison.Ordinal);
        if (
            name.Length is >= 2 and <= LongestName
            && name.All(c => c is >= '\u4e00' and <= '\u9fff' or '·')
            && !names.Contains(name, StringComparer.Ordinal)
        )
        {
            names.Add(name);
        }
    }

    private static int RoleAt(ReadOnlySpan<char> text)
    {
        foreach (var role in Roles)
        {
            if (text.StartsWith(role))
            {
                return role.Length;
            }
        }

        return 0;
    }
}
