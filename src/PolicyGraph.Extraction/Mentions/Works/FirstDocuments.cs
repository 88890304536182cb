using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// The first paper of the year by the party's centre, which all know by its number alone: 2015年中央一号文件, with a comma behind the year
/// too.
/// </summary>
internal static class FirstDocuments
{
    private static readonly string[] Words = ["中央一号文件", "中央1号文件"];

    public static void Find(Paper paper)
    {
        foreach (var word in Words)
        {
            for (
                var at = paper.Text.IndexOf(word, StringComparison.Ordinal);
                at >= 0;
                at = paper.Text.IndexOf(word, at + word.Length, StringComparison.Ordinal)
            )
            {
                var (start, year) = Year(paper.Text, at);
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = new(start, at + word.Length),
                        Type = EntityType.Policy,
                        Name = year + "中央一号文件",
                        Rule = "work.first-document",
                        Confidence = 0.9,
                    }
                );
            }
        }
    }

    private static (int Start, string Year) Year(string text, int at)
    {
        const int Length = 5;
        var end = at > 0 && text[at - 1] is '，' or ',' ? at - 1 : at;
        return end >= Length && text[end - 1] == '年' && Editions.IsYear(text.AsSpan(end - Length, Length))
            ? (end - Length, text[(end - Length)..end])
            : (at, "");
    }
}
