using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Tells where a series is meant and not the edition that the paper reports: its bare name opens a sentence that says what it is or when it
/// began, and how often it was held is told right there (某大赛是…赛事。自2016年起，大赛已连续举办五届).
/// </summary>
internal static class SeriesHistory
{
    private const int Reach = 160;
    private static readonly string[] Openings =
    [
        "是",
        "创办于",
        "创立于",
        "始办于",
        "始于",
        "自",
        "由",
        "每年",
        "每两年",
        "已连续",
        "已成功",
        "已举办",
    ];
    private static readonly string[] Histories = ["连续举办", "连续成功举办", "已举办", "已成功举办", "成功举办了", "举办了"];

    /// <param name="fuller">The edition that the name would mean.</param>
    public static bool IsTold(Paper paper, Mention mention, string fuller)
    {
        var text = paper.Text.AsSpan();
        var span = mention.Span;
        if (
            !Editions.Without(fuller).SequenceEqual(mention.Name)
            || (span.Start > 0 && text[span.Start - 1] is not ('。' or '“') && paper.Source.GapBefore(span.Start) != Text.Gap.Line)
        )
        {
            return false;
        }

        var after = text.Slice(span.End, Math.Min(Reach, text.Length - span.End));
        return Opens(after) && TellsHistory(after);
    }

    private static bool Opens(ReadOnlySpan<char> after) => after.StartsWithAny(Openings);

    /// <summary>已连续举办五届: a count of editions behind the verb.</summary>
    private static bool TellsHistory(ReadOnlySpan<char> after)
    {
        foreach (var word in Histories)
        {
            var at = after.IndexOf(word);
            if (at >= 0 && after.Slice(at + word.Length, Math.Min(5, after.Length - at - word.Length)).Contains('届'))
            {
                return true;
            }
        }

        return false;
    }
}
