using System.Buffers;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>The day that a clause gives to what it tells.</summary>
internal static class Dates
{
    private const int DayLength = 10;

    // 4月3日电（记者王某）甲会日前在乙市举行: the day is that of the report.
    private static readonly SearchValues<string> Lately = SearchValues.Create(["日前", "近日", "近期", "不久前"], StringComparison.Ordinal);

    /// <summary>
    /// The last day, month or span that the sentence names before <paramref name="position"/>, as ISO, a year within a name (2030海州大会)
    /// left out; null where it names none or leaves it open.
    /// </summary>
    public static string? DateBefore(this Passage passage, int position)
    {
        var times = passage.Reading.Paper.Times;
        var (low, high) = (0, times.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = times[middle].Span.End <= position ? (middle + 1, high) : (low, middle);
        }

        for (var i = low - 1; i >= 0 && times[i].Span.Start >= passage.Span.Start; i--)
        {
            if (times[i].Period is { } period && !passage.Mentions.Any(m => m.Span.Contains(times[i].Span)))
            {
                return passage.Between(times[i].Span.End, position).ContainsAny(Lately) ? null : period;
            }
        }

        return null;
    }

    /// <summary>
    /// The day with which the news under a headline opens: when what the headline tells took place; null where the passage is no headline
    /// or the news opens otherwise.
    /// </summary>
    public static string? LeadDate(this Passage passage)
    {
        const int Opening = 16;
        var next =
            passage.Sentence.IsHeading && passage.Index + 1 < passage.Reading.Passages.Count
                ? passage.Reading.Passages[passage.Index + 1]
                : null;
        return next is null || next.Sentence.IsHeading || next.Sentence.Article != passage.Sentence.Article ? null
            : next.DateBefore(Math.Min(next.Span.End, next.Span.Start + Opening)) is { Length: DayLength } day ? day
            : null;
    }

    public static void Date(this Relation relation, string? date)
    {
        if (date is not null)
        {
            relation.Props.TryAdd("date", date);
        }
    }
}
