using PolicyGraph.Extraction.Statistics.Indicators;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// Figures said of several at once (甲省、乙省均增长5%, 这三个省份合计…, 这些城市…), and so of no one that the record names.
/// </summary>
internal sealed class Several(Paper paper, MentionWindow window, PhraseTrimmer trimmer)
{
    private static readonly string[] Places = ["省", "城市", "市", "地区", "国家", "县", "园区", "高新区"];
    private static readonly string[] Sums = ["均", "都", "合计", "相加", "总共"];

    public bool Are(Figure figure)
    {
        if (figure.Member is not null || figure.ListHead is not null || figure.SharesClause)
        {
            return false;
        }

        if (paper.Text.AsSpan(figure.Clause.Start).StartsWith("均"))
        {
            return Joined(Clauses.Before(paper.Text, figure.Sentence.Span, figure.Clause.Start));
        }

        var start = trimmer.Opening(new(figure.Clause.Start, figure.Quantity.Span.Start));
        var run = paper.Text.AsSpan(start, Math.Max(0, figure.Quantity.Span.Start - start));
        return Plural(run) switch
        {
            Number.Any => true,
            Number.Counted => HasSum(run),
            _ => run.IndexOf("均") is > 0 and var each
                && !run[each..].StartsWith("均衡")
                && !(run[each - 1] is '人' or '平' or '年' or '日' or '户' or '月' or '亩' or '地')
                && Joined(new(start, start + each)),
        };
    }

    /// <summary>True where a clause opens with 这些城市 or 这十四个城市: what follows is about them.</summary>
    public bool Opens(TextSpan clause)
    {
        if (!paper.Text.AsSpan(clause.Start, clause.Length).Contains('这'))
        {
            return false;
        }

        var start = trimmer.Opening(clause);
        return Plural(paper.Text.AsSpan(start, Math.Max(0, clause.End - start))) != Number.One;
    }

    /// <summary>这些城市, 这三个省份; one place is 这个城市.</summary>
    private static Number Plural(ReadOnlySpan<char> run)
    {
        if (!run.StartsWith("这"))
        {
            return Number.One;
        }

        var any = run.StartsWith("这些");
        var at = any ? 2 : 1;
        while (
            !any
            && at < run.Length
            && (
                char.IsAsciiDigit(run[at])
                || Quantities.Numerals.Digits.OfWord(run[at]) > 0
                || run[at] is '十' or '个' or '座' or '大' or '家'
            )
        )
        {
            at++;
        }

        if (!any && (at < 3 || run[..at].StartsWith("这一")))
        {
            return Number.One;
        }

        foreach (var place in Places)
        {
            if (run[at..].StartsWith(place))
            {
                return any ? Number.Any : Number.Counted;
            }
        }

        return Number.One;
    }

    private static bool HasSum(ReadOnlySpan<char> run)
    {
        foreach (var word in Sums)
        {
            if (run.IndexOf(word) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>甲省、乙省…: two places at the head of the clause, joined.</summary>
    private bool Joined(TextSpan run)
    {
        var opening = trimmer.Opening(run);
        TextSpan? first = null;
        foreach (var mention in window.Within(run))
        {
            if (mention.Inside || mention.Type != EntityType.Place)
            {
                continue;
            }

            if (first is { } head)
            {
                return mention.Span.Start == head.End + 1 && paper.Text[head.End] is '、' or '和' or '与';
            }

            if (mention.Span.Start > opening)
            {
                return false;
            }

            first = mention.Span;
        }

        return false;
    }

    private enum Number
    {
        One,
        Counted,
        Any,
    }
}
