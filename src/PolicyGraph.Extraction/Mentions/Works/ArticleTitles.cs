using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// An article that another announces: 《X日报》发表某某署名文章：TITLE, the title behind a colon or on the rest of the line, without 《》.
/// </summary>
internal static class ArticleTitles
{
    private const int Longest = 60;
    private const int Shortest = 6;

    private static readonly string[] Announcements = ["署名文章", "重要文章", "评论员文章", "理论文章"];

    public static void Find(Paper paper)
    {
        var text = paper.Text;
        foreach (var announcement in Announcements)
        {
            for (
                var at = text.IndexOf(announcement, StringComparison.Ordinal);
                at >= 0;
                at = text.IndexOf(announcement, at + 1, StringComparison.Ordinal)
            )
            {
                Add(paper, at + announcement.Length);
            }
        }
    }

    private static void Add(Paper paper, int start)
    {
        var text = paper.Text;
        var marked = start < text.Length && text[start] == '：';
        if (start >= text.Length || (!marked && paper.Source.GapBefore(start) == Gap.None))
        {
            return;
        }

        start += marked ? 1 : 0;
        var end = start;
        while (
            end < text.Length
            && end - start < Longest
            && text[end] is not ('。' or '.' or '…' or '《' or '；')
            && (end == start || paper.Source.GapBefore(end) != Gap.Line)
        )
        {
            end++;
        }

        if (end - start >= Shortest && (end == text.Length || text[end] != '《'))
        {
            paper.Mentions.Add(
                new Mention
                {
                    Span = new(start, end),
                    Type = EntityType.Publication,
                    Name = paper.Source.Surface(new(start, end)),
                    Rule = "work.announced-article",
                    Confidence = 0.75,
                }
            );
        }
    }
}
