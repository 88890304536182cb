using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>Lays out the figures of one sentence: each with its clause and the words that belong to it on either side.</summary>
internal sealed class FigureReader(Paper paper, NameMask names, ArticleFrames frames)
{
    /// <summary>What parts two figures of one clause: the words after it belong to the second.</summary>
    private const string Joints = "、和与及并以，,且";

    /// <summary>惠及, 普及, 涉及: with them 及 joins nothing.</summary>
    private const string BeforeReach = "惠普涉触危波遍顾";

    /// <summary>省、市、县重点项目: ranks of places that qualify one noun.</summary>
    private const string Ranks = "省市县区乡镇";

    private int _next;

    /// <summary>The figures of a sentence in their order; sentences must come in theirs.</summary>
    public List<Figure> Read(Sentence sentence)
    {
        var figures = new List<Figure>();
        for (; _next < paper.Quantities.Count && paper.Quantities[_next].Span.Start < sentence.Span.End; _next++)
        {
            var quantity = paper.Quantities[_next];
            if (quantity.Number.Start < sentence.Span.Start)
            {
                continue;
            }

            var clause = Clauses.Around(paper.Text, sentence.Span, quantity.Span);
            if (FigureFilter.Accepts(paper, names, quantity, clause, frames[sentence.Article].Rules == RuleKind.Notice))
            {
                figures.Add(Lay(sentence, quantity, clause, figures.Count > 0 ? figures[^1] : null));
            }
        }

        return figures;
    }

    private Figure Lay(Sentence sentence, Quantity quantity, TextSpan clause, Figure? previous)
    {
        var shares = previous is not null && previous.Clause.Contains(quantity.Span) && previous.Clause.Start == clause.Start;
        var start = Math.Min(clause.Start, quantity.Span.Start);
        var end = Math.Max(clause.End, quantity.Span.End);
        if (shares && previous is not null)
        {
            var gap = new TextSpan(BracketedYears.After(paper.Text, previous.Quantity.Span.End, quantity.Span.Start), quantity.Span.Start);
            start = StartOfWords(gap);
            previous.Suffix = new(previous.Suffix.Start, Math.Max(previous.Suffix.Start, EndOfWords(gap, start)));
        }

        return new Figure
        {
            Quantity = quantity,
            Sentence = sentence,
            Clause = new(Math.Min(clause.Start, start), end),
            Prefix = new(start, quantity.Span.Start),
            Suffix = new(quantity.Span.End, end),
            Previous = previous,
            SharesClause = shares,
        };
    }

    /// <summary>Where, between two numbers of a clause, the second one's words begin.</summary>
    private int StartOfWords(TextSpan gap)
    {
        if (gap.Length > 1 && paper.Text[gap.End - 1] == '的' && !paper.Text.AsSpan(gap.Start, gap.Length).Contains('占'))
        {
            return gap.End;
        }

        if (
            gap.Length > 1
            && paper.Text[gap.Start] == '的'
            && paper.Text.AsSpan(gap.Start, gap.Length).Contains("分别", StringComparison.Ordinal)
        )
        {
            // 居前5名的|甲、乙产值分别: the list behind the attribute is the second one's.
            return gap.Start + 1;
        }

        for (var i = gap.End - 1; i >= gap.Start; i--)
        {
            if (IsJoint(i))
            {
                return i + 1;
            }
        }

        return gap.Start;
    }

    private int EndOfWords(TextSpan gap, int start)
    {
        if (start == gap.Start)
        {
            return gap.End;
        }

        var end = start;
        while (end > gap.Start && IsJoint(end - 1))
        {
            end--;
        }

        return start == gap.End && end == start && end > gap.Start && paper.Text[end - 1] == '的' ? end - 1 : end;
    }

    /// <summary>40个国家|和|地区|300名: the two words count one kind of thing.</summary>
    private bool IsWithinPair(int at) =>
        (
            paper.Text[at] == '、'
            && at > 0
            && at + 1 < paper.Text.Length
            && Ranks.Contains(paper.Text[at - 1])
            && Ranks.Contains(paper.Text[at + 1])
        )
        || paper.Text[at] is '和' or '与' or '及'
            && paper.Text.AsSpan(0, at).EndsWith("国家")
            && paper.Text.AsSpan(at + 1).StartsWith("地区");

    private bool IsJoint(int at) =>
        Joints.Contains(paper.Text[at])
        && !IsWithinPair(at)
        && !(paper.Text[at] == '及' && at > 0 && BeforeReach.Contains(paper.Text[at - 1]))
        && !(paper.Text[at] == '以' && at + 1 < paper.Text.Length && "上下内外来后前及".Contains(paper.Text[at + 1]));
}
