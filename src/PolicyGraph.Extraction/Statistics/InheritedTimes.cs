using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>
/// The times that a sentence without one takes over: from its heading, its list's head, the article's lead, the sentence that it goes on
/// from (其中).
/// </summary>
/// <param name="times">The paper's times outside names, in order.</param>
internal sealed class InheritedTimes(Paper paper, ArticleFrames frames, List<TimeExpression> times)
{
    private const int NearStart = 8;
    private const int LongestTelling = 12;
    private const int LeadReach = 20;
    private const int TopReach = 300;
    private static readonly string[] Economic =
    [
        "经济",
        "运行",
        "增长",
        "增速",
        "生产总值",
        "GDP",
        "统计",
        "数据",
        "产值",
        "收入",
        "成绩单",
    ];
    private string? _first;
    private int _article = -1;
    private int _level;
    private bool _isItem;
    private bool _isOfItem;
    private TimeExpression? _lastOfSentence;

    /// <summary>Of a section's heading, or null.</summary>
    public TimeExpression? Heading { get; private set; }

    /// <summary>到2025年 at the head of an earlier sentence of the section, or null.</summary>
    public TimeExpression? Deadline { get; private set; }

    /// <summary>Of an article's first sentence, where that dates the article, or null.</summary>
    public TimeExpression? Lead { get; private set; }

    /// <summary>Of a sentence that ends in a colon, or null.</summary>
    public TimeExpression? ListHead { get; private set; }

    /// <summary>Of the sentence before one that opens with 其中, or null.</summary>
    public TimeExpression? Before { get; private set; }

    /// <summary>The period that a figure of the paragraph was given by its own sentence last, or null.</summary>
    public string? Paragraph { get; private set; }

    /// <summary>The plan's years with which a sentence of the paragraph has opened (“十一五”时期，…), or null.</summary>
    public string? PlanYears { get; private set; }

    /// <summary>Takes note of the period that a figure's own sentence gave it.</summary>
    public void Note(string? period) => (Paragraph, _first) = (period ?? Paragraph, _first ?? period);

    /// <summary>The period that an aim of the paragraph was given by its own sentence last, or null.</summary>
    public string? ParagraphAim { get; private set; }

    /// <summary>Takes note of the period that an aim's own sentence gave it.</summary>
    public void NoteAim(string? period) => ParagraphAim = period ?? ParagraphAim;

    /// <summary>The year, not yet over, that an article's aims are for, or null.</summary>
    public string? Aim { get; private set; }

    /// <summary>The years that a report looks back on where it now stands; of no other article is that asked.</summary>
    public ReviewSpan Review { get; } = new(paper, times);

    /// <summary>Takes note of a sentence's times; sentences must come in their order.</summary>
    public void Enter(Sentence sentence)
    {
        if (sentence.Article != _article)
        {
            EnterArticle(sentence.Article);
        }

        var words = paper.Text.AsSpan(sentence.Span.Start, sentence.Span.Length);
        var first = First(sentence.Span);
        EnterParagraph(sentence, words, first);
        Before = words.StartsWith("其中") ? Before ?? _lastOfSentence : null;
        _lastOfSentence = First(sentence.Span, last: true);
        Aim = AimedYear(sentence) ?? Aim;
        EnterSection(sentence, words, first);
        if (first is { Role: TimeRole.By } && first.Span.Start - sentence.Span.Start < NearStart)
        {
            (Deadline, _isOfItem) = (first, _isItem);
        }

        if (words.EndsWith("：") || words.EndsWith(":"))
        {
            ListHead = IsLong(first) ? first : ListHead;
        }

        Lead ??= Leads(sentence, words, first) ? first : null;
    }

    private void EnterArticle(int article)
    {
        (_article, Heading, Deadline, Lead, ListHead) = (article, null, null, null, null);
        (_isItem, _isOfItem) = (false, false);
        (_lastOfSentence, Before, Aim, _level) = (null, null, null, 0);
        Review.Reset();
    }

    private void EnterParagraph(Sentence sentence, ReadOnlySpan<char> words, TimeExpression? first)
    {
        var opens = paper.Source.GapBefore(sentence.Span.Start) == Gap.Line;
        if (opens)
        {
            (ParagraphAim, PlanYears) = (null, null);
            Paragraph = _first = Lead is null && Sections.GoesOn(words) ? _first : null;
        }

        if (opens && !sentence.IsHeading && Opens(sentence, first))
        {
            Paragraph = first!.Period;
        }
        else if (first is { Rule: "time.plan-period", Role: TimeRole.When } && first.Span.Start - sentence.Span.Start < NearStart)
        {
            PlanYears = first.Period;
        }
    }

    private void EnterSection(Sentence sentence, ReadOnlySpan<char> words, TimeExpression? first)
    {
        var level = Sections.Level(words);
        var section = level is 1 or 2;
        if (frames[sentence.Article].IsReport)
        {
            Review.Enter(sentence, section || sentence.IsHeading, section ? level : 0);
        }

        if (section)
        {
            // （一） under 三、2023年预算: a section within one that has a date keeps it.
            var within = level > _level && !IsLong(first);
            (Heading, _level) = within ? (Heading, _level) : (IsLong(first) ? first : null, level);
            (Deadline, ListHead, _isItem, _isOfItem) = (null, null, false, false);
        }
        else if (level > 0)
        {
            // 2.…: what the item before was to reach by a day holds for that item alone, where the paper has years of its own.
            (Deadline, _isItem, _isOfItem) = (_isOfItem && frames[sentence.Article].Target is not null ? null : Deadline, true, false);
        }
        else if (sentence.IsHeading && IsLong(first) && !IsDateLine(sentence, first!) && !HasFigure(first!.Span.End, sentence.Span.End))
        {
            Heading = first;
        }
    }

    /// <summary>Whether the sentence is a lead whose time holds for its article: 一季度，…; 2021年全省经济运行平稳; 现将2020年检查情况通报如下.</summary>
    private bool Leads(Sentence sentence, ReadOnlySpan<char> words, TimeExpression? first) =>
        !sentence.IsHeading
        && IsLong(first)
        && (IsLead(sentence) || IsRelease(sentence, first) || TellsFindings(words))
        && (first!.Period!.Length == 15 || IsEconomic(words) || TellsFindings(words) || HasFigure(first.Span.End, sentence.Span.End));

    /// <summary>
    /// Whether a number stands in the run before another time: a time that opens a sentence with none (2015年，文件提出…) tells when
    /// something was said.
    /// </summary>
    private bool HasFigure(int start, int end)
    {
        foreach (var next in FigureTimes.Within(times, new(start, end)))
        {
            end = next.Span.Start;
            break;
        }

        int low = 0,
            high = paper.Quantities.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = paper.Quantities[middle].Span.Start < start ? (middle + 1, high) : (low, middle);
        }

        return low < paper.Quantities.Count && paper.Quantities[low].Span.Start < end;
    }

    /// <summary>2021年全省经济运行平稳: a lead that is about how things went, whether or not it gives a figure.</summary>
    private static bool IsEconomic(ReadOnlySpan<char> words)
    {
        foreach (var topic in Economic)
        {
            if (words.Contains(topic, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>现将2020年检查情况通报如下: the year of all that follows.</summary>
    private static bool TellsFindings(ReadOnlySpan<char> words) =>
        words.StartsWith("现将") && words.IndexOf("如下") >= 0 && (words.IndexOf("情况") >= 0 || words.IndexOf("结果") >= 0);

    private bool IsLead(Sentence sentence) => sentence.Span.Start - Body(sentence) < LeadReach;

    private bool IsNearTop(Sentence sentence) => sentence.Span.Start - Body(sentence) < TopReach;

    private int Body(Sentence sentence) => sentence.Article < paper.Articles.Count ? paper.Articles[sentence.Article].Body.Start : 0;

    /// <summary>安排2022年重点工作: the year, not yet over, that an article's aims are for.</summary>
    private string? AimedYear(Sentence sentence)
    {
        var year = frames[sentence.Article].Year;
        foreach (var time in year > 0 ? FigureTimes.Within(times, sentence.Span) : [])
        {
            if (time is { Period: { Length: 4 } said, Role: TimeRole.When } && int.Parse(said) >= year)
            {
                return Outlook.IsAim(paper.Text.AsSpan(sentence.Span.Start, sentence.Span.Length)) ? said : null;
            }
        }

        return null;
    }

    /// <summary>一季度，全市…: the first sentence of a release that opens with its part of the year dates those that say nothing.</summary>
    private bool IsRelease(Sentence sentence, TimeExpression? time) =>
        time is { Period.Length: 15, Role: TimeRole.When } && time.Span.Start - sentence.Span.Start < 3 && IsNearTop(sentence)
        || time is { Period.Length: 4, Role: TimeRole.When }
            && time.Span.Start - sentence.Span.Start < NearStart
            && paper.Text[time.Span.Start] is '全'
            && IsLead(sentence);

    /// <summary>
    /// 某局表示，今年上半年，…; 报告指出：2010年，是…: a paragraph that opens with its part of the year, or with what a year was, speaks of
    /// that time.
    /// </summary>
    private bool Opens(Sentence sentence, TimeExpression? time) =>
        time is { Role: TimeRole.When, Period: { Length: 15 or 4 } period }
        && time.Span.Start - sentence.Span.Start <= LongestTelling
        && (
            period.Length == 15
                ? paper.Text.AsSpan(time.Span.End).StartsWith("，")
                : paper.Text.AsSpan(time.Span.End).TrimStart('，').StartsWith("是")
        );

    /// <summary>二〇一五年十二月 on a line of its own: when the paper was written, and not of when it speaks.</summary>
    private bool IsDateLine(Sentence sentence, TimeExpression time) =>
        paper.Kind != PaperKind.News && time.Period is { Length: 7 } && sentence.Span == time.Span;

    private static bool IsLong(TimeExpression? time) =>
        time?.Period is { Length: 4 or 7 or 9 or 15 } && time.Role is TimeRole.When or TimeRole.AsOf or TimeRole.By;

    private TimeExpression? First(TextSpan span, bool last = false)
    {
        TimeExpression? found = null;
        foreach (var time in FigureTimes.Within(times, span))
        {
            if (
                time.Role is not (TimeRole.Base or TimeRole.Open)
                && !FigureTimes.IsBeginning(paper.Text, time)
                && !FigureTimes.IsFounding(paper.Text, time)
                && !FigureTimes.IsFrom(paper.Text, time)
                && (time.Span.Start == 0 || paper.Text[time.Span.Start - 1] != '（')
            )
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
