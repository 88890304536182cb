using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Extraction.Statistics.Subjects;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>
/// The period of a figure: the last time named before it in its sentence, else what its heading, its list's head or its lead says, else the
/// year that a report reviews, a plan's span, or an event's days.
/// </summary>
internal sealed class Periods
{
    private static readonly string[] Sections = ["一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、", "九、", "十、", "（一）", "（二）", "（三）", "（四）", "（五）", "（六）", "（七）", "（八）", "（九）", "第"];
    private static readonly string[] Undated = ["已", "目前", "现有", "累计", "迄今"];
    private static readonly string[] Gathered = ["聚集了", "集聚了", "汇聚了"];
    private const int Beside = 240;
    private static readonly string[] OnOccasion = ["签约", "开工", "揭牌", "此次", "本次", "现场", "签署", "仪式", "集中"];
    private readonly Paper _paper;
    private readonly ArticleFrames _frames;
    private readonly EventDays _events;
    private readonly FigureTimes _figureTimes;
    private readonly List<TimeExpression> _times = [];
    private int _article = -1;
    private TimeExpression? _heading;
    private TimeExpression? _deadline;
    private TimeExpression? _lead;
    private TimeExpression? _listHead;
    private TimeExpression? _before;
    private string? _aim;
    private TimeExpression? _lastOfSentence;
    private Passage _passage;

    public Periods(Paper paper, ArticleFrames frames, NameMask names)
    {
        (_paper, _frames, _events) = (paper, frames, new EventDays(paper));
        _figureTimes = new FigureTimes(paper, _times);
        foreach (var time in paper.Times)
        {
            if (!names.Covers(time.Span))
            {
                _times.Add(time);
            }
        }
    }

    /// <summary>Takes note of a sentence's times before its figures are asked for; sentences must come in their order.</summary>
    public void Enter(Sentence sentence)
    {
        if (sentence.Article != _article)
        {
            (_article, _heading, _deadline, _lead, _listHead) = (sentence.Article, null, null, null, null);
            (_lastOfSentence, _aim) = (null, null);
        }

        var words = _paper.Text.AsSpan(sentence.Span.Start, sentence.Span.Length);
        _before = words.StartsWith("其中") ? _before ?? _lastOfSentence : null;
        var first = First(sentence.Span);
        _lastOfSentence = First(sentence.Span, last: true);
        _aim = Year(sentence) ?? _aim;
        if (sentence.Span.Start >= _passage.Span.End)
        {
            _passage = Passage.At(_paper, sentence.Span.Start, _times);
        }

        if (IsSection(words))
        {
            (_heading, _deadline, _listHead) = (IsLong(first) ? first : null, null, null);
        }
        else if (sentence.IsHeading && IsLong(first))
        {
            _heading = first;
        }

        if (first is { Role: TimeRole.By } && first.Span.Start - sentence.Span.Start < 8)
        {
            _deadline = first;
        }

        if (words.EndsWith("：") || words.EndsWith(":"))
        {
            _listHead = IsLong(first) ? first : _listHead;
        }

        _lead ??= !sentence.IsHeading && IsLong(first) && (IsLead(sentence) || IsRelease(sentence, first)) ? first : null;
    }

    /// <summary>The time of the figure's own sentence that holds for it, or null.</summary>
    public TimeExpression? TimeOf(Figure figure) => _figureTimes.Of(figure);

    public string? Of(Figure figure)
    {
        var period = Single(figure);
        return period is { Length: 4 } && YearSpans.Of(_paper.Text.AsSpan(figure.Prefix.Start, figure.Prefix.Length)) is > 1 and var years ? $"{int.Parse(period) - years + 1}/{period}" : period;
    }

    private string? Single(Figure figure)
    {
        figure = FirstOfRatio(figure);
        var frame = _frames[figure.Sentence.Article];
        var time = _figureTimes.Of(figure);
        if (IsStart(figure) && (time is null || time.Span.Start < figure.Clause.Start))
        {
            return time is { Period: { Length: 9 } ends, Role: TimeRole.When } ? ends[..4] : null;
        }

        if (time is { Role: TimeRole.Since } && !frame.IsReport)
        {
            return time.Period;
        }

        if (_figureTimes.Base(figure) is { } held)
        {
            return held.Period;
        }

        if (figure.Kind == StatisticKind.Limit)
        {
            return time is { Period.Length: < 10 } && time.Span.Start == figure.Clause.Start ? time.Period : null;
        }

        if (figure.SharesClause && IsStart(figure.Previous!) && time is { Period: { Length: 9 } span, Rule: not "time.plan-period" } && figure.Measure is Measure.Level or Measure.Share or Measure.Rank)
        {
            return span[5..];
        }

        if (figure.Subject is { Type: EntityType.Event } happening && figure.Kind == StatisticKind.Actual && _events.Of(happening) is { } days
            && (time?.Period is not { Length: 10 or 21 }))
        {
            return days;
        }

        if (frame.IsReport && figure.Kind == StatisticKind.Actual && _passage.IsOfYears && time is null or { Period: null or { Length: 9 } })
        {
            return Flows.Is(_paper.Text, figure) ? time?.Period ?? _passage.Years : frame.Actual;
        }

        if (time is not null && !(time.Role == TimeRole.Open && (frame.IsReport || IsYearSoFar(time))))
        {
            return time.Period;
        }

        return Inherited(figure, frame);
    }

    /// <summary>3月5日，项目开工仪式举行。9个项目总投资6亿元: the paragraph has just told of the occasion.</summary>
    private bool IsBeside(Figure figure, Entity occasion)
    {
        foreach (var mention in occasion.Mentions)
        {
            var (from, to) = (mention.Span.End, figure.Quantity.Span.Start);
            if (EventNouns.IsOccasion(occasion) && from < to && to - from < Beside && !HasLine(from, to))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasLine(int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            if (_paper.Source.GapBefore(i) == Text.Gap.Line && _paper.Text[i - 1] == '。')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>签约, 此次集中开工: done on the occasion that the article reports.</summary>
    private bool IsOfOccasion(Figure figure)
    {
        var words = _paper.Text.AsSpan(figure.Sentence.Span.Start, figure.Sentence.Span.Length);
        return HasAny(words, OnOccasion);
    }

    private static bool HasAny(ReadOnlySpan<char> words, string[] any)
    {
        foreach (var word in any)
        {
            if (words.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>年初以来: as far as the release looks.</summary>
    private bool IsYearSoFar(TimeExpression time) => _lead is not null && _paper.Text[time.Span.Start] == '年';

    private string? Inherited(Figure figure, ArticleFrame frame)
    {
        switch (figure.Kind)
        {
            case StatisticKind.Target when frame.Rules == RuleKind.Plan || frame.IsReport:
                return _deadline?.Period ?? _listHead?.Period ?? frame.Target;
            case StatisticKind.Actual or StatisticKind.Forecast when frame.IsReport && (figure.Kind == StatisticKind.Actual || frame.IsBackground(figure.Sentence.Span.Start)):
                return frame.Actual;
        }

        var clause = _paper.Text.AsSpan(figure.Clause.Start, figure.Clause.Length);
        var lead = _paper.Text.AsSpan(figure.Sentence.Span.Start, figure.Quantity.Span.Start - figure.Sentence.Span.Start);
        if (HasAny(clause, Undated) || HasAny(lead, Gathered))
        {
            return null;
        }

        if (figure.Kind == StatisticKind.Actual && figure.Subject is not { Type: EntityType.Organization } && frame.Occasion is { } occasion && (IsOfOccasion(figure) || IsBeside(figure, occasion)) && _events.Of(occasion) is { } days)
        {
            return days;
        }

        var inherited = _before?.Period ?? _listHead?.Period ?? _heading?.Period ?? _lead?.Period;
        return figure.Kind switch
        {
            StatisticKind.Forecast => null,
            StatisticKind.Target => inherited is { Length: 15 } ? inherited[..4] : inherited ?? _aim,
            _ => inherited,
        };
    }

    /// <summary>从9万亿元提高到11万亿元: the first of the two has only a date of its own.</summary>
    private bool IsStart(Figure figure)
    {
        var start = figure.Prefix.Start;
        var words = _paper.Text.AsSpan(start, figure.Prefix.Length);
        return words.EndsWith("由") || words.EndsWith("从") || words.EndsWith("由原来的") || words.EndsWith("从原来的") || words.EndsWith("由上年的");
    }

    /// <summary>由上年的12：28：60调整为11：29：60: the parts of one ratio have one date.</summary>
    private Figure FirstOfRatio(Figure figure)
    {
        while (figure is { SharesClause: true, Previous: { } previous } && Proportions.IsTerm(_paper.Text, figure.Quantity.Number)
            && previous.Quantity.Span.End + 1 == figure.Quantity.Span.Start)
        {
            figure = previous;
        }

        return figure;
    }

    private bool IsLead(Sentence sentence)
    {
        var body = sentence.Article < _paper.Articles.Count ? _paper.Articles[sentence.Article].Body.Start : 0;
        return sentence.Span.Start - body < 20;
    }

    /// <summary>安排2022年重点工作: the year, not yet over, that an article's aims are for.</summary>
    private string? Year(Sentence sentence)
    {
        var year = _frames[sentence.Article].Year;
        if (!Outlook.IsAim(_paper.Text.AsSpan(sentence.Span.Start, sentence.Span.Length)))
        {
            return null;
        }

        foreach (var time in _figureTimes.Within(sentence.Span))
        {
            if (time is { Period: { Length: 4 } said, Role: TimeRole.When } && year > 0 && int.Parse(said) >= year)
            {
                return said;
            }
        }

        return null;
    }

    /// <summary>一季度，全市…: the first sentence of a release that opens with its part of the year dates those that say nothing.</summary>
    private bool IsRelease(Sentence sentence, TimeExpression? time) =>
        time is { Period.Length: 15, Role: TimeRole.When } && time.Span.Start - sentence.Span.Start < 3
        || time is { Period.Length: 4, Role: TimeRole.When } && time.Span.Start - sentence.Span.Start < 8 && _paper.Text[time.Span.Start] is '全';

    private static bool IsLong(TimeExpression? time) => time?.Period is { Length: 4 or 7 or 9 or 15 } && time.Role is TimeRole.When or TimeRole.AsOf or TimeRole.By;

    private static bool IsSection(ReadOnlySpan<char> words)
    {
        foreach (var section in Sections)
        {
            if (words.StartsWith(section))
            {
                return section is not "第" || words.Length > 3 && words[2] is '章' or '节' or '条';
            }
        }

        return false;
    }

    private TimeExpression? First(TextSpan span, bool last = false)
    {
        TimeExpression? found = null;
        foreach (var time in _figureTimes.Within(span))
        {
            if (time.Role is not (TimeRole.Base or TimeRole.Open) && (time.Span.Start == 0 || _paper.Text[time.Span.Start - 1] != '（'))
            {
                found = time;
                if (!last)
                {
                    break;
                }
            }
        }

        return found;
    }

}
