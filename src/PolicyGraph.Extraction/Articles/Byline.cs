using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Articles;

/// <summary>Who wrote an article and which paper speaks: 本报讯（记者 甲乙 通讯员 丙丁）, ▶ 本报记者 甲乙, □甲乙/文 丙丁/摄, 新华社北京9月1日电（记者甲乙、丙丁）.</summary>
/// <param name="Authors">Their names, roles left out; those who took the pictures among them.</param>
/// <param name="Source">本报, 本刊 or 新华社; null where the line names none.</param>
/// <param name="End">Where the byline ends and the text begins.</param>
internal readonly record struct Byline(IReadOnlyList<string> Authors, string? Source, int End)
{
    private const int LongestBracket = 60;
    private const int LongestName = 5;

    private static readonly string[] Roles = ["见习记者", "实习记者", "特约记者", "特派记者", "本报记者", "本刊记者", "记者", "通讯员", "特约通讯员", "实习生", "文/", "图/", "摄影", "作者：", "作者"];

    /// <summary>Reads the byline that a sentence begins with or is; false where it has none.</summary>
    public static bool TryRead(Paper paper, TextSpan sentence, out Byline byline)
    {
        byline = default;
        var text = paper.Text.AsSpan(sentence.Start, sentence.Length);
        if (!LineStarts.IsByline(text))
        {
            return false;
        }

        var open = text.IndexOf('（');
        var close = open < 0 ? -1 : text.IndexOf('）');
        var isBracketed = close > open && open < 20 && close - open < LongestBracket && !text[..open].ContainsAny("，。");
        var run = isBracketed ? new TextSpan(sentence.Start + open + 1, sentence.Start + close)
            : text.ContainsAny("，。") ? new(sentence.Start, sentence.Start) : sentence;
        var source = text.Contains("新华社", StringComparison.Ordinal) ? "新华社" : text.IndexOf("本刊") is >= 0 and < 3 ? "本刊" : text.IndexOf("本报") is >= 0 and < 3 ? "本报" : null;
        byline = new(Names(paper, run), source, isBracketed ? sentence.Start + close + 1 : run.End);
        return true;
    }

    /// <summary>Names are set apart by blanks, 、 / and the words for their roles.</summary>
    private static List<string> Names(Paper paper, TextSpan run)
    {
        List<string> names = [];
        var from = run.Start;
        for (var at = run.Start; at <= run.End; at++)
        {
            var role = at < run.End ? RoleAt(paper.Text.AsSpan(at, run.End - at)) : 0;
            if (at == run.End || role > 0 || paper.Text[at] is '、' or '/' or '：' or '□' or '▶' || paper.Source.GapBefore(at) != Gap.None && at > from)
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
        if (name.Length is >= 2 and <= LongestName && name.All(c => c is >= '\u4e00' and <= '\u9fff' or '·') && !names.Contains(name, StringComparer.Ordinal))
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
