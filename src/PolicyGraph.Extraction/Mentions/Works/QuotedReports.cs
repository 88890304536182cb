using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Reports without 《》 that the sentence quotes: 某行发布2021年5月金融统计数据报告显示. The name reaches from the verb of issuing, or the
/// 的 behind its author, to the kind before 显示; 最新报告显示 names none.
/// </summary>
internal static class QuotedReports
{
    private const int Shortest = 8;
    private const int Longest = 36;

    private static readonly string[] Kinds = ["报告", "白皮书", "蓝皮书", "公报", "排行榜", "榜单"];
    private static readonly string[] Verbs = ["发布的", "公布的", "发布", "公布"];

    public static void Find(Paper paper)
    {
        var text = paper.Text.AsSpan();
        for (var at = text.IndexOf("显示"); at >= 0; )
        {
            if (Name(text, at) is { IsEmpty: false } name)
            {
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = name,
                        Type = EntityType.Publication,
                        Name = paper.Source.Surface(name),
                        Rule = "work.quoted-report",
                        Confidence = 0.75,
                    }
                );
            }

            var next = text[(at + 1)..].IndexOf("显示");
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private static TextSpan Name(ReadOnlySpan<char> text, int end)
    {
        var from = Math.Max(0, end - Longest);
        var before = text[from..end];
        if (!EndsWithKind(before))
        {
            return default;
        }

        var stop = before.LastIndexOfAny("，。；：、《》“”".AsSpan()) + 1;
        foreach (var verb in Verbs)
        {
            var found = before[stop..].LastIndexOf(verb);
            if (found >= 0)
            {
                var start = from + stop + found + verb.Length;
                return
                    end - start >= Shortest
                    && text[start] is not ('一' or '最' or '该' or '新' or '这' or '上')
                    && !text[start..end].Contains('的')
                    ? new(start, end)
                    : default;
            }
        }

        return default;
    }

    private static bool EndsWithKind(ReadOnlySpan<char> before) => before.EndsWithAny(Kinds);
}
