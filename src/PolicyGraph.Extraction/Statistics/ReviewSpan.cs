using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>
/// Where a report reviews several years: from a heading or a paragraph that says so (过去五年, “十四五”期间) to the next section or to a
/// paragraph that turns to one year (一年来, 去年); and a paragraph alone that gives rates 年均.
/// </summary>
/// <param name="times">The paper's times outside names, in order.</param>
internal sealed class ReviewSpan(Paper paper, List<TimeExpression> times)
{
    private const int Opening = 14;
    private const int SectionMark = 4;
    private static readonly WordSet Signs = new(["年均", "五年来", "过去五年", "五年间", "十四五", "十三五", "十五五"]);
    private static readonly WordSet Spans = new([
        "过去五年",
        "过去的五年",
        "五年来",
        "这五年",
        "五年间",
        "过去三年",
        "三年来",
        "本届政府",
        "十四五”",
        "十三五”",
        "十二五”",
        "十一五”",
        "五年工作",
        "五年的工作",
    ]);
    private static readonly WordSet SingleYears = new(["一年来", "过去一年", "过去的一年", "刚刚过去的一年", "去年", "上年"]);
    private TextSpan _paragraph;
    private bool _paragraphIsOfYears;
    private string? _paragraphYears;
    private bool _carried;
    private string? _carriedYears;
    private int _section;
    private int _carriedSection;
    private bool _isCarriedByHeading;
    private bool _isInterrupted;

    /// <summary>True where the text just entered looks back on more than one year.</summary>
    public bool IsOfYears => _paragraphIsOfYears || IsCarried;

    /// <summary>True where only a section above says so.</summary>
    public bool IsOfSectionAbove => IsCarried && !_paragraphIsOfYears && _section > _carriedSection;

    /// <summary>The years that it says, as an interval; null where it says none.</summary>
    public string? Years => _paragraphYears ?? (IsCarried ? _carriedYears : null);

    private bool IsCarried => _carried && !_isInterrupted;

    /// <summary>Forgets what an earlier article said.</summary>
    public void Reset()
    {
        (_paragraph, _paragraphIsOfYears, _paragraphYears) = (default, false, null);
        (_carried, _carriedYears, _section, _carriedSection) = (false, null, 0, 0);
        (_isCarriedByHeading, _isInterrupted) = (false, false);
    }

    /// <summary>Takes note of a sentence; they must come in their order.</summary>
    /// <param name="isSection">True where a numbered section or a heading begins with it.</param>
    /// <param name="level">The rank of the section's number, 0 where it has none.</param>
    public void Enter(Sentence sentence, bool isSection, int level)
    {
        _section = level > 0 ? level : _section;
        if (sentence.Span.Start >= _paragraph.End)
        {
            ReadParagraph(sentence.Span.Start);
            _isInterrupted = false;
        }

        var words = paper.Text.AsSpan(sentence.Span.Start, sentence.Span.Length);
        var opening = isSection ? words : words[..Math.Min(Opening, words.Length)];
        if (opening.ContainsAny(SingleYears) || StartsWithYear(sentence.Span))
        {
            // Under 过去五年回顾 a paragraph that turns to one year only interrupts.
            (_carried, _isInterrupted, _paragraphIsOfYears) = (
                _carried && _isCarriedByHeading,
                true,
                _paragraphIsOfYears
                    && sentence.Span.Start > _paragraph.Start
                    && words[..Math.Min(Opening, words.Length)].IndexOf("刚过去的") < 0
            );
        }
        else if (opening.ContainsAny(Spans))
        {
            (_carried, _carriedYears) = (true, Said(sentence.Span) ?? _carriedYears);
            (_isInterrupted, _isCarriedByHeading) = (false, sentence.IsHeading && level == 0);
            _carriedSection = _isCarriedByHeading ? 0 : _section;
        }
        else if (isSection && !(level > _carriedSection && (_carriedSection > 0 || _isCarriedByHeading)))
        {
            // （一） under 一、“十四五”时期工作回顾, and 一、 under 过去五年工作回顾, is part of it.
            (_carried, _carriedYears) = (false, null);
        }
    }

    private void ReadParagraph(int start)
    {
        var end = start + 1;
        while (end < paper.Text.Length && paper.Source.GapBefore(end) != Gap.Line)
        {
            end++;
        }

        _paragraph = new(start, end);
        _paragraphIsOfYears = paper.Text.AsSpan(start, end - start).ContainsAny(Signs);
        _paragraphYears = _paragraphIsOfYears ? Said(_paragraph) : null;
    }

    /// <summary>2022年，…, 刚刚过去的2022年，…: a sentence that opens with one year.</summary>
    private bool StartsWithYear(TextSpan sentence)
    {
        foreach (var time in FigureTimes.Within(times, sentence))
        {
            return time is { Period.Length: 4, Role: TimeRole.When }
                && (
                    time.Span.Start - sentence.Start < SectionMark
                    || IsJustGone(paper.Text.AsSpan(sentence.Start, time.Span.Start - sentence.Start))
                );
        }

        return false;
    }

    /// <summary>特别是刚刚过去的|2012年.</summary>
    private static bool IsJustGone(ReadOnlySpan<char> before) => before.Length < Opening && before.EndsWith("刚过去的");

    /// <summary>
    /// 五年来 or a plan's years, wherever the run says them, before two years that only mark the ends of a move
    /// (2020年到2025年，…从…提高到).
    /// </summary>
    private string? Said(TextSpan run)
    {
        string? ends = null;
        foreach (var time in FigureTimes.Within(times, run))
        {
            if (time.Period is not { Length: 9 } || time.Role is not (TimeRole.When or TimeRole.Since))
            {
                continue;
            }

            if (time.Rule is "time.years-back" or "time.plan-period")
            {
                return time.Period;
            }

            ends ??= time.Role == TimeRole.When ? time.Period : null;
        }

        return ends;
    }
}
