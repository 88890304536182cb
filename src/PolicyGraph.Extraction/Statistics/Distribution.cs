using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>甲、乙分别为3家、5家: matches the members of a list with the numbers that follow, one by one.</summary>
internal static class Distribution
{
    private const int LongestMember = 40;

    public static void Apply(Paper paper, List<Figure> figures)
    {
        for (var first = 0; first < figures.Count; )
        {
            var count = RunLength(paper.Text, figures, first);
            if (count > 1)
            {
                Match(paper.Text, figures, first, count);
            }

            first += count;
        }
    }

    /// <summary>How many figures from <paramref name="first"/> on stand side by side with nothing but a joint between them.</summary>
    private static int RunLength(string text, List<Figure> figures, int first)
    {
        var count = 1;
        while (first + count < figures.Count)
        {
            var (left, right) = (figures[first + count - 1], figures[first + count]);
            var gap = text.AsSpan(left.Quantity.Span.End, right.Quantity.Span.Start - left.Quantity.Span.End);
            if (
                (gap.Contains('，') && right.Quantity.Span.Start < right.Quantity.Number.Start)
                || !(gap is "、" or "和" or "与" or "及" or "，" or "，和" or "以及")
                || (left.Quantity.UnitKind != right.Quantity.UnitKind && !AreRates(text, figures[first], right) && !IsPair(text, left, gap))
            )
            {
                break;
            }

            count++;
        }

        return count;
    }

    /// <summary>分别增长2倍、50%和32%: a multiple is a rate among rates.</summary>
    private static bool AreRates(string text, Figure head, Figure other) =>
        head.Quantity.UnitKind is UnitKind.Multiple or UnitKind.Percent
        && other.Quantity.UnitKind is UnitKind.Multiple or UnitKind.Percent
        && text.AsSpan(head.Prefix.Start, head.Prefix.Length).Contains("分别", StringComparison.Ordinal);

    /// <summary>甲面积和产量是5亩和6吨: two names, two numbers of different kinds.</summary>
    private static bool IsPair(string text, Figure left, ReadOnlySpan<char> gap)
    {
        var words = text.AsSpan(left.Prefix.Start, left.Prefix.Length);
        return gap is "和" or "与" or "及"
            && (words.EndsWith("是") || words.EndsWith("为") || words.EndsWith("达") || words.EndsWith("达到"))
            && Split(text, left.Prefix, "、和与及").Count == 2;
    }

    private static void Match(string text, List<Figure> figures, int first, int count)
    {
        var head = figures[first];
        var members =
            !head.IsRank
            && Divided(text, head.Prefix) is { IsEmpty: false } listed
            && Members(text, listed, count) is var named
            && named.Count == count
                ? named
                : Members(text, head.Prefix, count);
        if (members.Count != count && (head.IsRank && IsMatchedToRun(text, figures, first, count) || IsOfRunBefore(figures, first, count)))
        {
            for (var i = 0; i < count; i++)
            {
                figures[first + i].ListHead = head;
                figures[first + i].Counterpart = figures[first - count + i];
            }

            return;
        }

        members = members.Count == count ? members : Repeated(figures, first, count) ?? members;
        if (members.Count != count && IsMatchedToAmounts(text, figures, first, count))
        {
            for (var i = 0; i < count; i++)
            {
                figures[first + i].ListHead = head;
                figures[first + i].Counterpart = figures[first - count + i];
            }

            return;
        }

        for (var clause = head.Clause; members.Count != count && IsBare(text, head.Prefix); )
        {
            var before = Clauses.Before(text, head.Sentence.Span, clause.Start);
            if (before.IsEmpty || before.Start >= clause.Start)
            {
                break;
            }

            members = Members(text, before, count);
            clause = before;
        }

        for (var i = 0; i < count; i++)
        {
            var figure = figures[first + i];
            figure.ListHead = head;
            figure.ListLast = figures[first + count - 1];
            figure.Member = members.Count == count ? members[i] : null;
            figure.LastMember = members.Count == count ? members[^1] : null;
        }
    }

    /// <summary>甲、乙分别增长6%和8%左右: what stands behind the last number is said of all.</summary>
    public static bool IsRough(string text, Figure figure) =>
        figure is { ListHead: { } head, ListLast: { } last }
        && text.AsSpan(0, last.Quantity.Span.End).EndsWith("左右")
        && text.AsSpan(head.Prefix.Start, head.Prefix.Length).Contains("分别", StringComparison.Ordinal);

    /// <summary>分别控制在8万吨、6万吨: what stands between 分别 and the first number bounds them all.</summary>
    public static Comparator Bound(string text, Figure figure)
    {
        if (figure is not { ListHead: { } head } || ReferenceEquals(figure, head) || head.Quantity.Span.Start == head.Quantity.Number.Start)
        {
            return figure.Quantity.Comparator;
        }

        var words = text.AsSpan(head.Prefix.Start, head.Quantity.Number.Start - head.Prefix.Start);
        return
            words.LastIndexOf("分别") is >= 0 and var each
            && words.Length - each - 2 == head.Quantity.Number.Start - head.Quantity.Span.Start
            ? head.Quantity.Comparator
            : figure.Quantity.Comparator;
    }

    /// <summary>甲、乙分别为3家、5家，增长2%、4%: the second row of numbers has the members of the first.</summary>
    private static List<TextSpan>? Repeated(List<Figure> figures, int first, int count)
    {
        var members = new List<TextSpan>();
        for (var i = first - count; i >= 0 && i < first; i++)
        {
            if (figures[i].Member is { } member)
            {
                members.Add(member);
            }
        }

        return members.Count == count ? members : null;
    }

    /// <summary>出口8亿元，进口4亿元，分别增长2%和3%: as many amounts in one unit end right before the row of rates.</summary>
    private static bool IsMatchedToAmounts(string text, List<Figure> figures, int first, int count)
    {
        var head = figures[first];
        var from = first - count;
        if (
            from < 0
            || !text.AsSpan(head.Prefix.Start, head.Prefix.Length).Contains("分别", StringComparison.Ordinal)
            || !IsBare(text, Lead(text, head.Prefix))
        )
        {
            return false;
        }

        var last = figures[first - 1];
        var (unit, before) = (last.Quantity.UnitKind, Clauses.Before(text, head.Sentence.Span, head.Clause.Start));
        for (var i = from; i < first; i++)
        {
            if (figures[i].Quantity.UnitKind != unit || figures[i].Member is not null || figures[i].IsRank)
            {
                return false;
            }
        }

        return unit is not (UnitKind.Percent or UnitKind.Point) && (head.SharesClause || last.Clause.Overlaps(before));
    }

    /// <summary>城乡收入分别为3万元、2万元，同比增长7%和8%: the rates are those of the run of amounts right before.</summary>
    private static bool IsOfRunBefore(List<Figure> figures, int first, int count)
    {
        var from = first - count;
        return from >= 0
            && figures[from] is { IsRank: false, Member: null, ListHead: { } run }
            && figures[first] is { IsRank: false, Quantity.UnitKind: UnitKind.Percent }
            && figures[first - 1].ListHead == run
            && (from == 0 || figures[from - 1].ListHead != run)
            && figures[from].Quantity.UnitKind != UnitKind.Percent;
    }

    /// <summary>甲、乙收入分别增长2%、3%，分别居全国第四、第五: the ranks are those of the run of rates right before.</summary>
    private static bool IsMatchedToRun(string text, List<Figure> figures, int first, int count) =>
        first >= count
        && figures[first - 1].ListHead is { } run
        && ReferenceEquals(figures[first - count].ListHead, run)
        && (first == count || !ReferenceEquals(figures[first - count - 1].ListHead, run))
        && text.AsSpan(figures[first].Prefix.Start, figures[first].Prefix.Length).Contains("分别", StringComparison.Ordinal);

    /// <summary>What stands before 分别.</summary>
    private static TextSpan Lead(string text, TextSpan prefix) =>
        new(prefix.Start, prefix.Start + text.AsSpan(prefix.Start, prefix.Length).IndexOf("分别", StringComparison.Ordinal));

    /// <summary>The same; empty where the words have no 分别.</summary>
    private static TextSpan Divided(string text, TextSpan prefix) =>
        text.AsSpan(prefix.Start, prefix.Length).Contains("分别", StringComparison.Ordinal) ? Lead(text, prefix) : default;

    /// <summary>指数值分别为: words too few to hold a list; the members stand in an earlier clause.</summary>
    private static bool IsBare(string text, TextSpan prefix)
    {
        var words = text.AsSpan(prefix.Start, prefix.Length);
        while (FigureWords.Link.Before(words, words.Length) is { Found: true } link)
        {
            words = words[..^link.Length];
        }

        return words.Length <= 5;
    }

    /// <summary>The list of <paramref name="count"/> members that ends in the run; empty where it holds none of that length.</summary>
    private static List<TextSpan> Members(string text, TextSpan run, int count)
    {
        var members = Split(text, run, "、");
        if (members.Count < count)
        {
            members = Split(text, run, "、和与及");
        }

        return members.Count > count ? members[^count..] : members;
    }

    /// <summary>存、贷款余额, 进、出口: the mark parts the halves of one word.</summary>
    private static bool IsWithinPair(string text, int joint) =>
        joint > 0 && joint + 1 < text.Length && (text[joint - 1], text[joint + 1]) is ('存', '贷') or ('进', '出');

    private static List<TextSpan> Split(string text, TextSpan run, string joints)
    {
        var members = new List<TextSpan>();
        var start = run.Start;
        var depth = 0;
        for (var i = run.Start; i <= run.End; i++)
        {
            var ends = i == run.End;
            depth +=
                ends ? 0
                : text[i] is '（' or '“' ? 1
                : text[i] is '）' or '”' ? -1
                : 0;
            if (!ends && (depth > 0 || !joints.Contains(text[i]) || IsWithinPair(text, i)))
            {
                continue;
            }

            if (i > start && i - start <= LongestMember)
            {
                members.Add(new(start, i));
            }

            start = i + 1;
        }

        return members;
    }
}
