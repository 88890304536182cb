using PolicyGraph.Extraction.Quantities.Times;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Quantities;

/// <summary>
/// One forward pass that finds every number with its unit and comparators, and every time; what is a time is no quantity.
/// Whether a quantity is a statistic is decided later, when names and clauses are known.
/// </summary>
public sealed class QuantityStage : IStage
{
    private const int LongestDate = 11;

    // Characters for each quantity and for each time in papers with many, so that the lists seldom grow.
    private const int UsualGap = 32;

    /// <summary>Every character that a number, a time or a code can begin with; most of a text is none of them.</summary>
    private static readonly CharacterSet Starts = new([
        .. "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        .. "零〇○一二两三四五六七八九壹贰叁肆伍陆柒捌玖十拾百佰千仟万亿几数上半近过超逾第前首榜之翻“最这未今",
        .. TimeWords.Table.FirstCharacters,
        .. TimeWords.PartsOfYear.FirstCharacters,
    ]);

    public void Run(Paper paper)
    {
        var text = paper.Text;
        var resolver = new TimeResolver(paper);
        paper.Quantities.EnsureCapacity(text.Length / UsualGap);
        paper.Times.EnsureCapacity(text.Length / UsualGap);
        for (var at = 0; (at = Starts.Next(text, at)) < text.Length; )
        {
            if (ListNumber(paper, at) is > 0 and var marked)
            {
                at += marked;
            }
            else if (NameNumbers.TrySkip(text, at, out var past))
            {
                at = past;
            }
            else if (TimeReader.TryRead(text.AsSpan(0, LineCut(paper, at)), at, out var time, OpensLine(paper, at)))
            {
                paper.Times.Add(resolver.Resolve(time));
                at = time.Span.End;
            }
            else if (QuantityReader.TryRead(text, at, out var quantity, out past))
            {
                paper.Quantities.Add(AfterLast(paper, quantity));
                at = past;
            }
            else
            {
                at = past;
            }
        }
    }

    /// <summary>3. 150平方米: the number of a list's item, set off by a gap, is no part of the number after it.</summary>
    private static int ListNumber(Paper paper, int at)
    {
        var dot = char.IsAsciiDigit(paper.Text[at]) && paper.Source.GapBefore(at) == Gap.Line ? at + 1 : paper.Text.Length;
        dot += dot < paper.Text.Length && char.IsAsciiDigit(paper.Text[dot]) ? 1 : 0;
        return dot + 1 < paper.Text.Length && paper.Text[dot] == '.' && paper.Source.GapBefore(dot + 1) != Gap.None ? dot + 1 - at : 0;
    }

    /// <summary>Where a date ends, if digits go on in the next line or behind a space: 2021/6/9 above 6月6日, 2021-06-09 13：57.</summary>
    private static int LineCut(Paper paper, int at)
    {
        var text = paper.Text;
        var marks = 0;
        for (var i = at + 1; i < text.Length && i - at < LongestDate && (char.IsAsciiDigit(text[i]) || text[i] is '-' or '.' or '/'); i++)
        {
            marks += char.IsAsciiDigit(text[i]) ? 0 : 1;
            if (OpensLine(paper, i) || marks == 2 && char.IsAsciiDigit(text[i - 1]) && paper.Source.GapBefore(i) != Gap.None)
            {
                return i;
            }
        }

        return text.Length;
    }

    /// <summary>A new line begins behind a digit: 2021-06-09 above 6月6日 or above 昨日.</summary>
    private static bool OpensLine(Paper paper, int at) =>
        at > 0 && char.IsAsciiDigit(paper.Text[at - 1]) && paper.Source.GapBefore(at) == Gap.Line;

    /// <summary>
    /// 3家上限5家: a bound between two numbers holds for both, but lies in the span of the first, so that no two quantities overlap.
    /// </summary>
    private static Quantity AfterLast(Paper paper, Quantity quantity) =>
        paper.Quantities.Count > 0 && paper.Quantities[^1].Span.End is var end && end > quantity.Span.Start
            ? quantity with
            {
                Span = new(end, quantity.Span.End),
            }
            : quantity;
}
