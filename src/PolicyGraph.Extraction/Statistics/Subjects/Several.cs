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
            return Joined(Clauses.Before(paper.Text, figure.Sentence.Span, figure.Clause.Start)) is not null;
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
                && Joined(new(start, start + each)) is not null
                || IsOfAll(figure, start),
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

    /// <summary>甲市、乙市产值超过百亿元: one number of both; 甲市、乙市等9个城市 counts them.</summary>
    private bool IsOfAll(Figure figure, int start)
    {
        if (Joined(new(start, figure.Quantity.Span.Start)) is not { } last)
        {
            return false;
        }

        var between = paper.Text.AsSpan(last.End, figure.Quantity.Span.Start - last.End);
        return between.Length > 1
            && between[0] is not ('、' or '和' or '与')
            && !between.EndsWith("等")
            && !paper.Text.AsSpan(0, last.Start).EndsWith("与")
            && !paper.Text.AsSpan(figure.Clause.Start, last.Start - figure.Clause.Start).Contains('在');
    }

    /// <summary>甲省、乙省…: of two or more places at the head of the clause, joined, the last.</summary>
    private TextSpan? Joined(TextSpan run)
    {
        var opening = trimmer.Opening(run);
        TextSpan? last = null;
        var count = 0;
        foreach (var mention in window.Within(run))
        {
            if (mention.Inside || mention.Type != EntityType.Place)
            {
                continue;
            }

            if (
                last is { } before
                    ? mention.Span.Start != before.End + 1 || paper.Text[before.End] is not ('、' or '和' or '与')
                    : mention.Span.Start > opening
            )
            {
                break;
            }

            (last, count) = (mention.Span, count + 1);
        }

        return count > 1 ? last : null;
    }

    private enum Number
    {
        One,
        Counted,
        Any,
    }
}
