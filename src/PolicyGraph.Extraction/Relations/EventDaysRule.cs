using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Quantities.Times;
using PolicyGraph.Extraction.Relations.Reading;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// 甲大会9月2日至7日举行, 为期三天的乙论坛9月5日开幕: the first and the last day of an event, kept for its own properties. Gives no
/// relation.
/// </summary>
internal sealed class EventDaysRule : IRelationRule
{
    private const int EventReach = 60;

    private const int AttributeReach = 16;

    private const int LongestEvent = 400;

    private const int MonthLength = 7;

    private static readonly string[] Ends = ["闭幕", "落幕", "收官", "落下帷幕", "圆满结束"];

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var trigger in passage.Of(Cue.Hold, Cue.Open))
        {
            var period = passage.DateBefore(trigger.Span.Start) ?? passage.LeadDate();
            var held = period is { Length: >= MonthLength }
                ? passage.Before(trigger.Span.Start, Kinds.Event, EventReach, commas: 2)
                    ?? passage.After(trigger.Span.End, Kinds.Event, AttributeReach, Kinds.Body)
                : null;
            if (held is { Members.Count: 1 })
            {
                Put(passage, held.Members[0].Entity, period!, passage.EndsBefore(trigger.Span.End, Ends));
            }
        }
    }

    /// <summary>
    /// A span is both ends; a day is the first or, with a word of closing, the last, and a stated length gives the other.
    /// </summary>
    private static void Put(Passage passage, Entity held, string period, bool isEnd)
    {
        var slash = period.IndexOf('/', StringComparison.Ordinal);
        var first =
            slash > 0 ? period[..slash]
            : isEnd ? null
            : period;
        var last =
            slash > 0 ? period[(slash + 1)..]
            : isEnd ? period
            : null;
        var day = CalendarDay.Parse(period);
        if (slash < 0 && day.Day > 0 && Days(passage) is > 1 and var days)
        {
            (first, last) = isEnd ? ($"{day.AddDays(1 - days)}", last) : (first, $"{day.AddDays(days - 1)}");
        }

        Set(passage, held, "start", first);
        Set(passage, held, "end", last);
    }

    private static void Set(Passage passage, Entity held, string property, string? day)
    {
        if (day is not null)
        {
            passage.Reading.Paper.EventDays.TryAdd((held, property), day);
        }
    }

    /// <summary>为期三天, 历时5天: how long the sentence says the event takes; 0 where it does not.</summary>
    private static int Days(Passage passage)
    {
        var text = passage.Between(passage.Span.Start, Math.Min(passage.Span.End, passage.Span.Start + LongestEvent));
        foreach (var word in (ReadOnlySpan<string>)["为期", "历时"])
        {
            var at = text.IndexOf(word);
            if (
                at >= 0
                && SmallNumber.Read(text[(at + word.Length)..], out var length) is var days
                && length > 0
                && text[(at + word.Length + length)..] is ['天' or '日', ..]
            )
            {
                return days;
            }
        }

        return 0;
    }
}
