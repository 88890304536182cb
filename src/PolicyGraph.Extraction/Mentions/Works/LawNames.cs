using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Laws of the People's Republic by their names, short or full, in 《》 or not: 《公司法》 and 公司法 are 中华人民共和国公司法.
/// </summary>
internal static class LawNames
{
    private const string State = "中华人民共和国";
    private const int ShortestWithoutMarks = 3;

    // A name as long stands for itself, whatever is before it.
    private const int LongLaw = 5;

    private static readonly WordList<string> Laws = WorkScan.LawList;

    public static void Find(Paper paper, WorkScan scan)
    {
        if (scan.Laws.Count == 0)
        {
            return;
        }

        var text = paper.Text.AsSpan();
        var titles = TitleEnds(paper);
        foreach (var hit in scan.Laws)
        {
            var full = text[..hit.Start].EndsWith(State);
            var start = full ? hit.Start - State.Length : hit.Start;
            var marked = start > 0 && text[start - 1] == '《' && hit.End < text.Length && text[hit.End] == '》';
            var span = marked ? new TextSpan(start - 1, hit.End + 1) : new(start, hit.End);
            if (titles[span.Start] >= span.End)
            {
                continue;
            }

            if (
                marked
                || full
                || ((hit.End - hit.Start >= ShortestWithoutMarks || text[hit.Start] == '宪' || IsCriminal(text, hit)) && Stands(text, hit))
            )
            {
                Add(paper, span, State + text[hit.Start..hit.End].ToString());
            }
        }
    }

    /// <summary>
    /// For each position the end of a longer title that it lies in, for the laws that are named within one; the law's own title gives way
    /// to the law.
    /// </summary>
    private static int[] TitleEnds(Paper paper)
    {
        var ends = new int[paper.Text.Length + 1];
        paper.Mentions.RemoveAll(m => m.Rule == BookTitles.Rule && IsLaw(paper.Text.AsSpan(m.Span.Start + 1, m.Span.Length - 2)));
        foreach (var title in paper.Mentions.Where(m => m.Type == EntityType.Policy))
        {
            for (var i = title.Span.Start; i < title.Span.End; i++)
            {
                ends[i] = Math.Max(ends[i], title.Span.End);
            }
        }

        return ends;
    }

    private static bool IsLaw(ReadOnlySpan<char> title)
    {
        var name = title.StartsWith(State) ? title[State.Length..] : title;
        return Laws.TryAt(name, 0, out var length, out _) && length == name.Length;
    }

    /// <summary>刑法第三百三十八条, 刑法和某解释: the shortest name of a law, where it is cited as one.</summary>
    private static bool IsCriminal(ReadOnlySpan<char> text, PatternHit hit) =>
        text[hit.Start] == '刑' && hit.End < text.Length && text[hit.End] is '第' or '、' or '和' or '及' or '，' or '。' or '规' or '有';

    /// <summary>True where the word is not the end of another law's name or the start of a longer word (合同法院).</summary>
    private static bool Stands(ReadOnlySpan<char> text, PatternHit hit) =>
        (
            hit.End == text.Length
            || text[hit.End..].StartsWith("规定")
            || text[hit.End] is not ('宣' or '精' or '日' or '律' or '规' or '院' or '治' or '学' or '官' or '人' or '定' or '制' or '案')
        )
        && (
            hit.Start == 0
            || hit.End - hit.Start >= LongLaw
            || text[hit.Start - 1]
                is '《'
                    or '、'
                    or '，'
                    or '。'
                    or '；'
                    or '和'
                    or '与'
                    or '及'
                    or '照'
                    or '据'
                    or '行'
                    or '彻'
                    or '反'
                    or '合'
                    or '守'
                    or '施'
                    or '新'
                    or '“'
                    or '（'
                    or '订'
                    or '改'
                    or '的'
                    or '从'
                    or '在'
                    or '循'
                    or '用'
        );

    private static void Add(Paper paper, TextSpan span, string name)
    {
        var mention = new Mention
        {
            Span = span,
            Type = EntityType.Policy,
            Name = name,
            Rule = "work.law",
            Confidence = 0.95,
        };
        mention.Props["kind"] = "法律";
        paper.Mentions.Add(mention);
    }
}
