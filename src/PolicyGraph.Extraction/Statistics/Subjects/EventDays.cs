using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Extraction.Quantities.Times;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// The days of an event as the text states them: its own properties, a span beside its name, or its last day and how long it took.
/// </summary>
internal sealed class EventDays(Paper paper)
{
    private const int Near = 60;
    private const int Beside = 8;
    private static readonly WordSet Ends = new(["落幕", "闭幕", "收官", "圆满结束", "圆满成功", "落下帷幕"]);
    private static readonly WordSet Begins = new(["开幕", "举行", "举办", "召开", "拉开帷幕", "启幕"]);
    private static readonly string[] LengthLeads = ["为期", "历时", "会期", "展期"];
    private static readonly string[] LengthTails = ["共接待", "共有", "共吸引", "累计", "会期", "的会期", "展期", "的展期", "时间里"];
    private readonly Dictionary<Entity, string?> _known = [];

    public string? Of(Entity entity)
    {
        if (!_known.TryGetValue(entity, out var days))
        {
            var stated = Stated(entity);
            days = stated is { Length: > 10 }
                ? stated
                : Lasting(entity, stated)
                    ?? (stated is { Length: > 4 } ? stated : Read(entity) ?? (IsOfName(entity, stated) ? null : stated));
            _known.Add(entity, days);
        }

        return days;
    }

    /// <summary>A year that only the event's name says dates nothing.</summary>
    private static bool IsOfName(Entity entity, string? year) => year is not null && entity.Name.Contains(year, StringComparison.Ordinal);

    /// <summary>8月5日，为期七天的甲会开幕: its first day, and how long it takes.</summary>
    private string? Lasting(Entity entity, string? first)
    {
        if (first is null || CalendarDay.Parse(first) is not { Day: > 0 } day)
        {
            return null;
        }

        foreach (var mention in entity.Mentions)
        {
            if (Length(new(Math.Max(0, mention.Span.Start - Beside), mention.Span.Start)) is > 1m and var length)
            {
                return Span(day, default, (int)length);
            }
        }

        return null;
    }

    private static string? Stated(Entity entity)
    {
        var start = entity.Props.TryGetValue("start", out var from) ? from.Text : null;
        var end = entity.Props.TryGetValue("end", out var to) ? to.Text : null;
        return start is null || end is null || string.Equals(start, end, StringComparison.Ordinal) ? start ?? end : $"{start}/{end}";
    }

    private string? Read(Entity entity)
    {
        CalendarDay first = default,
            last = default;
        string? month = null;
        var length = 0m;
        foreach (var mention in entity.Mentions)
        {
            var around = new TextSpan(Math.Max(0, mention.Span.Start - Near), Math.Min(paper.Text.Length, mention.Span.End + Near));
            length = length > 0m ? length : Length(around);
            foreach (var time in paper.Times)
            {
                if (!around.Contains(time.Span) || time.Period is null || !IsAsWhole(mention.Span, time.Span, out var ends))
                {
                    continue;
                }

                if (time.Period.Length == 21)
                {
                    return time.Period;
                }

                var day = CalendarDay.Parse(time.Period);
                (first, last) = ends ? (first, day.Day > 0 ? day : last) : (day.Day > 0 && first == default ? day : first, last);
                month ??= day is { Month: > 0, Day: 0 } ? time.Period : null;
            }
        }

        return Span(first, last, (int)length) ?? month;
    }

    private static string? Span(CalendarDay first, CalendarDay last, int length)
    {
        first = first == default && last.Day > 0 && length > 0 ? last.AddDays(1 - length) : first;
        last = last == default && first.Day > 0 && length > 0 ? first.AddDays(length - 1) : last;
        return first == default ? null
            : last == default || last == first ? $"{first}"
            : $"{first}/{last}";
    }

    private decimal Length(TextSpan around)
    {
        foreach (var quantity in paper.Quantities)
        {
            if (
                around.Contains(quantity.Span)
                && quantity.UnitKind == UnitKind.Duration
                && quantity.Unit is "天" or "日"
                && quantity.Span.Start > 1
                && (
                    paper.Text.AsSpan(0, quantity.Span.Start).EndsWithAny(LengthLeads)
                    || paper.Text.AsSpan(quantity.Span.End).StartsWithAny(LengthTails)
                )
            )
            {
                return quantity.Value;
            }
        }

        return 0m;
    }

    /// <summary>Only a time in the event's own sentence, beside a word of beginning or ending, dates the event.</summary>
    private bool IsAsWhole(TextSpan name, TextSpan time, out bool ends)
    {
        ends = false;
        var run = name.Union(time);
        var between = paper.Text.AsSpan(run.Start, run.Length);
        if (between.IndexOfAny('。', '；', '！') >= 0 || HasOtherEvent(name, run) || IsAcrossSentences(run))
        {
            return false;
        }

        if (!run.IsEmpty && paper.Times.Exists(t => t.Span != time && t.Period is { Length: 10 } && run.Contains(t.Span)))
        {
            return false;
        }

        var after = paper.Text.AsSpan(run.End, Math.Min(30, paper.Text.Length - run.End));
        var stop = after.IndexOfAny('，', '。', '；');
        after = stop < 0 ? after : after[..stop];
        ends = after.ContainsAny(Ends);
        var isRange = run.Length < Near && paper.Times.Exists(t => t.Span == time && t.Period is { Length: 21 });
        return ends || isRange || after.ContainsAny(Begins) || between.ContainsAny(Begins);
    }

    /// <summary>A headline, the page's date and the news under it stand close together, but each is a sentence of its own.</summary>
    private bool IsAcrossSentences(TextSpan run)
    {
        foreach (var sentence in paper.Sentences)
        {
            if (sentence.Span.End > run.Start)
            {
                return sentence.Span.End < run.End;
            }
        }

        return false;
    }

    /// <summary>作为甲论坛的平行论坛，乙峰会9月18日举行: the day is that of the event named last before it.</summary>
    private bool HasOtherEvent(TextSpan name, TextSpan run)
    {
        foreach (var mention in paper.Mentions)
        {
            if (mention.Span.Start > run.End)
            {
                return false;
            }

            if (mention is { Type: EntityType.Event, Inside: false } && mention.Span.Start >= name.End && run.Contains(mention.Span))
            {
                return true;
            }
        }

        return false;
    }
}
