using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>
/// Where news tell what a plan sets: from a sentence that quotes it with a deadline (《甲意见》提出，到2025年…) to its paragraph's end, and
/// under a line that announces goals (目标是：) as far as its items go. Papers that bind have parts and headings for that.
/// </summary>
/// <param name="times">The paper's times outside names, in order.</param>
internal sealed class AimedPassages(Paper paper, ArticleFrames frames, List<TimeExpression> times)
{
    private const int NearStart = 14;
    private const int ShortLine = 20;
    private int _article = -1;
    private bool _isQuoted;
    private bool _isList;
    private bool _afterItem;

    /// <summary>True where the sentence entered last belongs to such a passage.</summary>
    public bool IsAim => _isQuoted || _isList;

    /// <summary>The deadline or span that the passage has named last; null where it named none.</summary>
    public string? Period { get; private set; }

    /// <summary>Takes note of a sentence; they must come in their order.</summary>
    public void Enter(Sentence sentence)
    {
        if (frames[sentence.Article] is { IsReport: true } or { Rules: not (RuleKind.None or RuleKind.Announcement) })
        {
            (_isQuoted, _isList) = (false, false);
            return;
        }

        var words = paper.Text.AsSpan(sentence.Span.Start, sentence.Span.Length);
        if (sentence.Article != _article || paper.Source.GapBefore(sentence.Span.Start) == Gap.Line)
        {
            EnterParagraph(sentence, words);
        }

        if (IsQuotedList(words))
        {
            (_isList, _afterItem) = (true, true);
        }

        if (
            !_isQuoted
            && QuoteStart(words) is > 0 and var verb
            && Deadline(new(sentence.Span.Start + verb, sentence.Span.End)) is { } deadline
        )
        {
            (_isQuoted, Period) = (true, deadline.Period);
        }
        else if (
            !_isQuoted
            && words.IndexOf("预期目标") is >= 0 and var goal
            && words[(goal + 4)..] is ['是' or '为' or '：', ..]
            && words[..goal].IndexOf("完成") < 0
        )
        {
            // 报告提出，今年主要预期目标是：…。…: the goals go on to the paragraph's end; those that were reached (完成了预期目标：…) set
            // no aim.
            (_isQuoted, Period) = (true, First(sentence.Span)?.Period);
        }
        else if (IsAim && First(sentence.Span) is { Period.Length: 4 or 9 } time && time.Span.Start - sentence.Span.Start < NearStart)
        {
            Period = time.Period;
        }
    }

    private void EnterParagraph(Sentence sentence, ReadOnlySpan<char> words)
    {
        // 在甲方面, 甲方面: one of the fields in which the plan that the paragraph before quotes sets its aims.
        var isField = sentence.Article == _article && words[..Math.Min(words.Length, ShortLine)].IndexOf("方面，") > 0;
        var isItem =
            LineStarts.IsItem(words)
            || _isList && words.Length < ShortLine && words[^1] is not ('。' or '；' or '：')
            || _isList && isField
            || sentence.IsHeading && words.Length < ShortLine && _isList;
        var announces =
            words.Length < ShortLine
                && words[^1] == '：'
                && (words.IndexOf("目标是") >= 0 || words.IndexOf("目标为") >= 0 || words.EndsWith("目标："))
            || sentence.IsHeading && words is "目标" or "主要目标" or "发展目标";
        _isList = sentence.Article == _article && _isList && (isItem || _afterItem) || announces;
        (_article, _isQuoted, _afterItem, Period) = (
            sentence.Article,
            _isQuoted && isField,
            announces || isItem,
            _isList && isItem || _isQuoted && isField ? Period : null
        );
    }

    /// <summary>这份规划明确了…主要指标——: what follows in items is what the plan aims at.</summary>
    private static bool IsQuotedList(ReadOnlySpan<char> words) =>
        words.IndexOfAny('：', '—') is > 2 and var mark
        && words[..mark] is var lead
        && (lead.EndsWith("指标") || lead.EndsWith("目标"))
        && (lead.IndexOf("规划") >= 0 || lead.IndexOf("方案") >= 0 || lead.IndexOf("计划") >= 0)
        && (lead.IndexOf("明确") >= 0 || lead.IndexOf("提出") >= 0);

    /// <summary>
    /// Where the words begin that a plan says: behind its verb, or behind the word that opens the sentence (提出到2026年，…,
    /// 目标：到2026年，…).
    /// </summary>
    private static int QuoteStart(ReadOnlySpan<char> words) =>
        words.StartsWith("提出") || words.StartsWith("明确") || words.StartsWith("目标：") ? 2 : Outlook.PlanVerb(words);

    private TimeExpression? Deadline(TextSpan span)
    {
        foreach (var time in FigureTimes.Within(times, span))
        {
            if (time is { Role: TimeRole.By, Period: not null } && KindTimes.IsAhead(time, frames[_article]))
            {
                return time;
            }
        }

        return null;
    }

    private TimeExpression? First(TextSpan span)
    {
        foreach (var time in FigureTimes.Within(times, span))
        {
            return time.Role is TimeRole.When or TimeRole.By ? time : null;
        }

        return null;
    }
}
