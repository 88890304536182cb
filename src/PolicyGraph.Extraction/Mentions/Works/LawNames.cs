using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>Laws of the People's Republic by their names, short or full, in 《》 or not: 《公司法》 and 公司法 are 中华人民共和国公司法.</summary>
internal static class LawNames
{
    private const string State = "中华人民共和国";
    private const int ShortestWithoutMarks = 3;

    public static void Find(Paper paper, WorkScan scan)
    {
        var text = paper.Text.AsSpan();
        foreach (var hit in scan.Laws)
        {
            var full = text[..hit.Start].EndsWith(State);
            var start = full ? hit.Start - State.Length : hit.Start;
            var marked = start > 0 && text[start - 1] == '《' && hit.End < text.Length && text[hit.End] == '》';
            if (marked || full || (hit.End - hit.Start >= ShortestWithoutMarks && Stands(text, hit)))
            {
                Add(paper, marked ? new(start - 1, hit.End + 1) : new(start, hit.End), State + text[hit.Start..hit.End].ToString());
            }
        }
    }

    /// <summary>True where the word is not the end of another law's name or the start of a longer word (合同法院).</summary>
    private static bool Stands(ReadOnlySpan<char> text, PatternHit hit) =>
        (hit.End == text.Length || text[hit.End] is not ('律' or '规' or '院' or '治' or '学' or '官' or '人' or '定' or '制' or '案'))
        && (hit.Start == 0 || text[hit.Start - 1] is '《' or '、' or '，' or '。' or '；' or '和' or '与' or '及' or '照' or '据' or '行' or '彻' or '反' or '合' or '守' or '施' or '新' or '“' or '（' or '订' or '改' or '的' or '从' or '在');

    private static void Add(Paper paper, TextSpan span, string name)
    {
        paper.Mentions.RemoveAll(m => m.Type is EntityType.Policy or EntityType.Publication && m.Span == span);
        if (paper.Mentions.Exists(m => m.Type == EntityType.Policy && m.Span.Start < span.End && m.Span.Contains(span)))
        {
            return;
        }

        var mention = new Mention { Span = span, Type = EntityType.Policy, Name = name, Rule = "work.law", Confidence = 0.95 };
        mention.Props["kind"] = "法律";
        paper.Mentions.Add(mention);
    }
}
