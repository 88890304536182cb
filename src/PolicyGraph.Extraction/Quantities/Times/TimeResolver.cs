using PolicyGraph.Extraction.Papers;

namespace PolicyGraph.Extraction.Quantities.Times;

/// <summary>
/// Gives times as written their place in the calendar: years left out are those last named in the article, else the article's own;
/// a month after the article's is that of the year before. Reads the times in the order of the text.
/// </summary>
internal sealed class TimeResolver(Paper paper)
{
    private int? _namedMost;
    private int _article = -1;
    private CalendarDay _published;
    private int _reviewed;
    private int _coming;
    private int _lastYear;
    private int _lastEnd;
    private int _at;
    private TimeExpression? _previous;
    private CalendarDay _lastDay;
    private (CalendarDay From, CalendarDay To)? _last;

    public TimeExpression Resolve(RawTime raw)
    {
        Enter(raw.Span.Start);
        _at = raw.Span.Start;
        var role = TimeRoles.Of(paper.Text, raw);
        var resolved = raw.Shape switch
        {
            TimeShape.Points => Points(raw),
            TimeShape.SamePeriod => Same(raw.From),
            TimeShape.DayOffset => _published.Day > 0 ? Single(_published.AddDays(raw.From.Day)) : null,
            TimeShape.MonthOffset => _published.Month > 0 ? Single(_published.AddMonths(raw.From.Month)) : null,
            TimeShape.SameMonth => SameMonth(),
            TimeShape.YearsBack => paper.Text[raw.Span.Start] is '近' or '最' ? null : YearsBack(raw.From.Year),
            _ => null,
        };
        if (role == TimeRole.Since && resolved is { } since)
        {
            resolved = _published.Year > since.From.Year ? (since.From, new(_published.Year - 1, 0, 0)) : null;
        }

        if (resolved is { } line && IsDateline(raw))
        {
            _published = line.To;
        }

        if (resolved is { } year && IsOfSameMonths(raw))
        {
            resolved = (_last!.Value.From with { Year = year.From.Year }, _last.Value.To with { Year = year.To.Year });
        }
        else if (resolved is { } span && role is not (TimeRole.Base or TimeRole.Since))
        {
            Remember(raw, span);
        }

        // 2019年|同期: the second word means the months of the first, and does in its clause what that does.
        var time =
            raw.Shape == TimeShape.SamePeriod && _previous is { } before && before.Span.End == raw.Span.Start
                ? new TimeExpression
                {
                    Span = raw.Span,
                    Period = before.Period,
                    Role = before.Role,
                    Rule = raw.Rule,
                }
                : new TimeExpression
                {
                    Span = raw.Span,
                    Period = resolved is { } period ? Format(period) : null,
                    Role = role,
                    Rule = raw.Rule,
                };
        return _previous = time;
    }

    /// <summary>2020年同期 where months were named last: those months of that year.</summary>
    private bool IsOfSameMonths(RawTime raw) =>
        raw is { Shape: TimeShape.Points, From: { YearKind: YearKind.Absolute, Month: 0, Day: 0 }, To: null }
        && _last is { From.Month: > 0, From.Day: 0 }
        && paper.Text.AsSpan(raw.Span.End).StartsWith("同期");

    /// <summary>The year that a report's 全年 and 年末 mean: a communique's is in its title, a work report's the year before.</summary>
    private int ReviewedYear()
    {
        if (paper.Kind != PaperKind.Report || paper.Title is not { } title)
        {
            return 0;
        }

        var session = SessionLine.Words(paper);
        var year = NamedYears.Most(title) is > 0 and var named ? named : NamedYears.Most(session);
        return year == 0 || title.Contains("公报", StringComparison.Ordinal) ? year : SessionLine.Reviewed(year, session);
    }

    /// <summary>
    /// The next year, where an official paper's title is about it (关于2025年节假日安排的通知, of November 2024): a month gone by is that
    /// year's; else 0.
    /// </summary>
    private int ComingYear() =>
        paper.Kind == PaperKind.Official
        && paper.Title is { } title
        && NamedYears.Most(title) is var year
        && _published is { Year: > 0, Month: > 0 }
        && year == _published.Year + 1
            ? year
            : 0;

    private void Enter(int position)
    {
        var changed = false;
        while (_article + 1 < paper.Articles.Count && paper.Articles[_article + 1].Span.Start <= position)
        {
            _article++;
            changed = true;
        }

        if (changed || (_article < 0 && _last is null && _published == default))
        {
            var published = _article >= 0 ? paper.Articles[_article].Published ?? paper.Head.Published : paper.Head.Published;
            _reviewed = ReviewedYear();
            _published = CalendarDay.Parse(published) is { Year: > 0 } day ? day : new(_namedMost ??= NamedYears.Most(paper.Text), 0, 0);
            _coming = ComingYear();
            (_lastYear, _lastDay, _last, _lastEnd) = (0, default, null, position);
        }
    }

    /// <summary>A full date with a line to itself stands above the news of that day; what follows is told from there.</summary>
    private bool IsDateline(RawTime raw) =>
        raw is { Shape: TimeShape.Points, To: null, From: { YearKind: YearKind.Absolute, Day: > 0 } }
        && paper.Source.GapBefore(raw.Span.Start) == Text.Gap.Line
        && raw.Span.End < paper.Text.Length
        && paper.Source.GapBefore(raw.Span.End) == Text.Gap.Line;

    private (CalendarDay From, CalendarDay To)? Points(RawTime raw)
    {
        var from = Point(raw.From, 0);
        if (from is null)
        {
            return null;
        }

        if (raw.To is not { } end)
        {
            return (from.Value, from.Value);
        }

        var to = Point(end, from.Value.Year);
        return to is null ? null
            : to.Value < from.Value ? (from.Value, to.Value with { Year = to.Value.Year + 1 })
            : (from.Value, to.Value);
    }

    private CalendarDay? Point(TimePoint point, int fallbackYear)
    {
        var year = point.YearKind switch
        {
            YearKind.Absolute => point.Year,
            YearKind.Relative => _published.Year > 0 ? _published.Year + point.Year : 0,
            _ => Inherit(point, fallbackYear),
        };
        if (year == 0)
        {
            return null;
        }

        var month = point.Month == 0 && point.Day > 0 ? MonthOfLoneDay(point.Day) : point.Month;
        var day = point.Day == TimePoint.MonthEnd ? DateTime.DaysInMonth(year, month) : point.Day;
        return month == 0 && point.Day > 0
            ? null
            : new CalendarDay(year, month, Math.Min(day, month == 0 ? 0 : DateTime.DaysInMonth(year, month)));
    }

    private int Inherit(TimePoint point, int fallbackYear)
    {
        if (fallbackYear > 0)
        {
            return fallbackYear;
        }

        if (point.Month == 0 && point.Day == 0)
        {
            var named =
                _reviewed > 0 ? _reviewed
                : _lastYear > 0 ? _lastYear
                : _published.Year;
            return named > 0 ? named + point.Year : 0;
        }

        if (_coming > 0 && point.Month > 0 && point.Month < _published.Month)
        {
            return _coming;
        }

        if (
            _lastYear > 0
            && _last is { } last
            && last.To.Year == _lastYear
            && !(_reviewed > 0 && paper.Text.AsSpan(_lastEnd, _at - _lastEnd).IndexOfAny('。', '；') >= 0)
        )
        {
            return _lastYear;
        }

        if (_reviewed > 0)
        {
            return _reviewed;
        }

        return _published.Year > 0 && point.Month > _published.Month && _published.Month > 0 && point.Month - _published.Month > 2
            ? _published.Year - 1
            : _published.Year;
    }

    private int MonthOfLoneDay(int day)
    {
        if (_lastDay.Month > 0)
        {
            return _lastDay.Month;
        }

        return _published.Day > 0 && day > _published.Day && _published.Month > 1 ? _published.Month - 1 : _published.Month;
    }

    private (CalendarDay From, CalendarDay To)? Same(TimePoint offset)
    {
        if (offset.YearKind == YearKind.Inherited)
        {
            return _lastDay.Day > 0 ? (_lastDay, _lastDay)
                : _published.Day > 0 ? (_published, _published)
                : null;
        }

        return _last is { } last
            ? (last.From with { Year = last.From.Year + offset.Year }, last.To with { Year = last.To.Year + offset.Year })
            : null;
    }

    private (CalendarDay From, CalendarDay To)? SameMonth() =>
        _last is { To: { Month: > 0 } last } ? Single(last with { Day = 0 })
        : _published.Month > 0 ? Single(_published with { Day = 0 })
        : null;

    /// <summary>A work report looks back on full years before its own; other papers leave open which years they mean.</summary>
    private (CalendarDay From, CalendarDay To)? YearsBack(int years) =>
        paper.Kind == PaperKind.Report && (_reviewed > 0 ? _reviewed : _published.Year - 1) is > 0 and var last && years is >= 1 and <= 10
            ? (new(last - years + 1, 0, 0), new(last, 0, 0))
            : null;

    private void Remember(RawTime raw, (CalendarDay From, CalendarDay To) span)
    {
        (_last, _lastEnd) = (span, raw.Span.End);
        _lastDay = span.To.Day > 0 ? span.To : _lastDay;
        if (raw.Shape == TimeShape.Points && raw.From.YearKind != YearKind.Inherited)
        {
            _lastYear = _published.Year > 0 && span.To.Year > _published.Year ? _lastYear : span.To.Year;
        }
    }

    private static (CalendarDay From, CalendarDay To)? Single(CalendarDay day) => (day, day);

    private static string Format((CalendarDay From, CalendarDay To) span) =>
        span.From == span.To ? span.From.ToString() : $"{span.From}/{span.To}";
}
