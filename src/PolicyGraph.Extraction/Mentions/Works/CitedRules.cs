using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Rules and laws without 《》 whose article is cited: 甲乙处罚办法第九条规定, 依照某市市容条例第十二条. Their names reach from the
/// clause's start, or from the preposition that cites them, to the kind before 第.
/// </summary>
internal static class CitedRules
{
    private const int Shortest = 5;
    private const int Longest = 30;

    private static readonly string[] Kinds = ["办法", "条例", "规定", "细则", "规则", "准则", "法", "规程"];

    private static readonly string[] Citing =
    [
        "根据",
        "依据",
        "依照",
        "按照",
        "违反了",
        "违反",
        "适用",
        "执行",
        "遵守",
        "符合",
        "对照",
        "参照",
    ];

    public static void Find(Paper paper)
    {
        var text = paper.Text.AsSpan();
        PositionSet? ends = null;
        for (var at = text.IndexOf('第'); at >= 0; )
        {
            if (
                at > Shortest
                && IsArticle(text[at..])
                && Name(paper, at) is { IsEmpty: false } name
                && (ends ??= paper.Ends(static m => m.Type == EntityType.Policy)).TryAdd(name.End)
            )
            {
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = name,
                        Type = EntityType.Policy,
                        Name = NameOf(paper, name),
                        Rule = "work.cited-rule",
                        Confidence = 0.85,
                    }
                );
            }

            var next = text[(at + 1)..].IndexOf('第');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private static string NameOf(Paper paper, TextSpan name) =>
        (WorkScan.LawList.TryAt(paper.Text, name.Start, out var length, out _) && length == name.Length ? "中华人民共和国" : "")
        + paper.Source.Surface(name);

    private static bool IsArticle(ReadOnlySpan<char> rest)
    {
        var at = 1;
        while (
            at < rest.Length
            && at < 8
            && (char.IsAsciiDigit(rest[at]) || "一二三四五六七八九十百".Contains(rest[at], StringComparison.Ordinal))
        )
        {
            at++;
        }

        return at > 1 && at < rest.Length && rest[at] == '条';
    }

    private static TextSpan Name(Paper paper, int end)
    {
        var text = paper.Text.AsSpan();
        var kind = KindLength(text[..end]);
        var from = Math.Max(0, end - Longest);
        var start = from + text[from..end].LastIndexOfAny("，。；：、（）《》“”…本该".AsSpan()) + 1;
        for (var i = end - 1; i > start; i--)
        {
            start = paper.Source.GapBefore(i) == Gap.Line ? i : start;
        }

        if (kind == 0 || start == from && from > 0 || start > 0 && text[start - 1] is '本' or '该')
        {
            return default;
        }

        foreach (var word in Citing)
        {
            var found = text[start..(end - kind)].LastIndexOf(word);
            start += found < 0 ? 0 : found + word.Length;
        }

        return end - start < Shortest || text[start] is '第' or '其' or '上' or '前' or '新' or '原' or '有' ? default : new(start, end);
    }

    private static int KindLength(ReadOnlySpan<char> before)
    {
        foreach (var kind in Kinds)
        {
            if (before.EndsWith(kind))
            {
                return kind.Length;
            }
        }

        return 0;
    }
}
