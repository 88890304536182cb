using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>What a number measures whose own clause names nothing: what the figure before it does, or the clause before it names.</summary>
internal sealed class InheritedIndicators(IndicatorWords words)
{
    /// <summary>A longer clause tells a story and names no measure.</summary>
    private const int LongestFrame = 28;
    private const int LongestName = 12;
    private static readonly string[] Praises =
    [
        "再上新",
        "再创",
        "迈过",
        "跨过",
        "突破",
        "跨越",
        "迈上",
        "跃上",
        "跨上",
        "持续",
        "稳步",
        "不断",
        "显著",
        "明显",
        "保持",
        "快速",
        "平稳",
        "稳中",
    ];
    private (int Article, string Indicator) _told = (-1, "");
    private (int Article, string Indicator) _amount = (-1, "");
    private string _sum = "";

    /// <summary>Takes note of what the first figure of a sentence measures, for a sentence that goes on without naming it.</summary>
    public void Note(Figure figure, string indicator)
    {
        if (
            figure is { Measure: Measure.Level, Quantity.UnitKind: Quantities.UnitKind.Money }
            && indicator.Length > 2
            && Owners.AmountIn(indicator).Length > 0
        )
        {
            _amount = (figure.Sentence.Article, indicator);
        }

        if (figure.Previous is null)
        {
            _sum = words.Span(figure.Sentence.Span).StartsWith("其中")
                ? _sum.Length > 0
                    ? _sum
                    : _told.Indicator
                : "";
        }

        if (figure.Previous is null && figure.Measure is Measure.Level or Measure.Growth && indicator.Length > 0)
        {
            _told = (figure.Sentence.Article, indicator);
        }
    }

    /// <summary>总数为9万人。其中，甲为3万人，占三成: what the parts are of, where the sentence opens with 其中; else empty.</summary>
    public string Sum(Figure figure) => figure.Previous is null ? "" : _sum;

    /// <summary>The amount that the article named last; empty where it named none.</summary>
    public string Amount(Figure figure) => _amount.Article == figure.Sentence.Article ? _amount.Indicator : "";

    /// <summary>甲市以250亿元位居第五: the amount that the article has been ordering places by.</summary>
    /// <returns>Empty where the words before the number say more than who has it, or the article named no amount.</returns>
    public string Ordered(Figure figure)
    {
        var prefix = words.Span(figure.Prefix);
        var suffix = words.Span(figure.Suffix);
        return
            figure is { Measure: Measure.Level, Quantity.UnitKind: Quantities.UnitKind.Money }
            && _amount.Article == figure.Sentence.Article
            && prefix.EndsWith("以")
            && (RankVerbs.LengthAtStart(suffix) > 0 || suffix.StartsWith("的"))
            ? _amount.Indicator
            : "";
    }

    public string Of(Figure figure)
    {
        if (figure.Counterpart is { } counterpart)
        {
            return counterpart.Indicator;
        }

        if (figure.Clause.Start > 2 && IsBracketed(figure) && SameKindBefore(figure) is { } peer)
        {
            return Bracketed(figure, peer);
        }

        if (IsAmongCounted(figure) && figure.Previous?.Previous is { Indicator.Length: > 0 } ranked)
        {
            return ranked.Indicator;
        }

        if (
            (
                figure.Measure is Measure.Growth
                || figure
                    is {
                        Measure: Measure.Change,
                        Previous.Measure: Measure.Share,
                        Quantity.UnitKind: not (Quantities.UnitKind.Point or Quantities.UnitKind.Percent)
                    }
            ) && Grown(figure, words.Text) is { } grown
        )
        {
            return grown.Indicator;
        }

        return Before(figure) is { Indicator.Length: > 0 } previous && Continues(figure, previous)
            ? previous.Indicator
            : FromClauses(figure);
    }

    /// <summary>The figure before it, out of brackets that are closed before it.</summary>
    private Figure? Before(Figure figure)
    {
        var earlier = figure.Previous;
        while (earlier is not null && IsGloss(earlier, figure, words.Text))
        {
            earlier = earlier.Previous;
        }

        return earlier;
    }

    /// <summary>What a rate of growth, or an amount more, without words of its own is of: the last amount, not its rank or share.</summary>
    public static Figure? Grown(Figure figure, ReadOnlySpan<char> text)
    {
        Figure? change = null;
        for (var earlier = figure.Counterpart ?? figure.Previous; earlier is not null; earlier = earlier.Previous)
        {
            if (IsGloss(earlier, figure, text))
            {
                continue;
            }

            // 总值60亿元，现价总量增加7亿元，增长2%: the level grew, not the change.
            if (earlier is { IsRank: false, Measure: Measure.Change, IsCount: false, Indicator.Length: > 0 })
            {
                change ??= earlier;
            }
            else if (earlier is { IsRank: false, Measure: not Measure.Share, Indicator.Length: > 0 })
            {
                return earlier;
            }
        }

        return change;
    }

    /// <summary>收入90亿元（含甲8亿元），增长3%: a number in brackets that are closed before the other.</summary>
    private static bool IsGloss(Figure earlier, Figure figure, ReadOnlySpan<char> text)
    {
        var between = text[earlier.Quantity.Span.End..Math.Max(earlier.Quantity.Span.End, figure.Quantity.Span.Start)];
        return between.IndexOf('）') is >= 0 and var close && between[..close].IndexOf('（') < 0;
    }

    /// <summary>在全国72个城市中位列第24位: the count before the rank is its field, not what is ranked.</summary>
    public bool IsAmongCounted(Figure figure) =>
        figure is { SharesClause: true, Previous.IsRank: false, Previous.IsCount: true } && words.Span(figure.Prefix).Contains('中');

    /// <summary>产量增长的有甲（增长8%）、乙（增长3%）: the name before the bracket, with the amount that the sentence gave.</summary>
    /// <returns>Empty where the number stands in no bracket of its own.</returns>
    public string Glossed(Figure figure)
    {
        if (figure.Measure != Measure.Growth || !IsBracketed(figure) || figure.Clause.Start < 3 || figure.Previous is null)
        {
            return "";
        }

        var before = words.Text.AsSpan(figure.Sentence.Span.Start, figure.Clause.Start - 1 - figure.Sentence.Span.Start);
        var name = before[(before.LastIndexOfAny("、，；：有为是") + 1)..];
        var amount = name.Length is > 1 and < LongestName && !FigureWords.Gap.Any(name) ? Owners.AmountIn(figure.Previous.Indicator) : "";
        return amount.Length > 0 && !char.IsAsciiDigit(name[0]) ? name.ToString() + amount : "";
    }

    /// <summary>从甲指数来看, 在甲领域, 在甲方面: the frame names what the number after it measures.</summary>
    public static string Frame(string clause)
    {
        while (FigureWords.FrameEnd.Before(clause, clause.Length) is { Found: true } end && clause.Length > end.Length + 1)
        {
            clause = clause[..^end.Length];
        }

        return clause;
    }

    private bool Continues(Figure figure, Figure previous) =>
        figure.SharesClause
        || IsBracketed(figure)
        || figure.Measure is Measure.Growth or Measure.Change
        || (figure.IsRank && previous.Clause.Overlaps(Clauses.Before(words.Text, figure.Sentence.Span, figure.Clause.Start)));

    /// <summary>来自甲省（5个）、乙省（3个）: the name before the bracket tells which of them.</summary>
    private string Bracketed(Figure figure, Figure peer)
    {
        var name = Clauses.Around(words.Text, figure.Sentence.Span, new(figure.Clause.Start - 2, figure.Clause.Start - 1));
        var from = words.Text.AsSpan(name.Start, figure.Clause.Start - 1 - name.Start).LastIndexOf("来自");
        return from < 0
            ? peer.Indicator
            : $"来自{words.Text[LastJoint(name.Start + from + 2, figure.Clause.Start - 1)..(figure.Clause.Start - 1)]}的{AfterFrom(peer.Indicator)}";
    }

    private string FromClauses(Figure figure)
    {
        for (var clause = figure.Clause; ; )
        {
            var before = Clauses.Before(words.Text, figure.Sentence.Span, clause.Start);
            if (before.IsEmpty || before.Start >= clause.Start)
            {
                return figure.Previous?.Indicator ?? Earlier(figure);
            }

            if (IsView(words.Span(before)))
            {
                clause = before;
                continue;
            }

            var named = Topic(words.Trimmed(before, figure.SubjectSpan));
            if (named.Length > 1)
            {
                return figure.Previous is { Indicator.Length: > 0 } last && last.Clause.Overlaps(before) ? last.Indicator
                    : named.Length > LongestFrame ? ""
                    : Frame(named);
            }

            clause = before;
        }
    }

    /// <summary>渔业是沿海的传统产业，约占收入的一半: the clause before only says what the thing is.</summary>
    private static string Topic(string clause)
    {
        if (
            clause.IndexOf('》', StringComparison.Ordinal) is > 1 and var close
            && clause[(close + 1)..] is "显示" or "指出" or "表明" or "认为"
        )
        {
            // 《甲指数》显示，乙国位居第五: what is told in it is what it is about.
            return clause[(clause.LastIndexOf('《', close) + 1)..close];
        }

        var link = clause.IndexOf('是', StringComparison.Ordinal);
        foreach (var praise in Praises)
        {
            if (clause.IndexOf(praise, StringComparison.Ordinal) is > 1 and var at && clause.Length <= LongestFrame)
            {
                return clause[..at];
            }
        }

        return link > 1 && clause.Length > LongestName && clause[link - 1] is not ('但' or '也' or '就' or '只') ? clause[..link] : clause;
    }

    /// <summary>其中，6月份增长3%: the sentence before named what grew.</summary>
    private string Earlier(Figure figure) =>
        figure.Measure == Measure.Growth && _told.Article == figure.Sentence.Article ? _told.Indicator : "";

    /// <summary>分季度看, 从环比看: how the numbers are ordered, not what they measure.</summary>
    private static bool IsView(ReadOnlySpan<char> clause) =>
        clause.EndsWith("看")
        && (
            clause.StartsWith("分")
            || clause.Contains("环比", StringComparison.Ordinal)
            || clause.Contains("同比", StringComparison.Ordinal)
            || clause.Contains("季度", StringComparison.Ordinal)
        );

    /// <summary>来自甲省的项目 → 项目.</summary>
    private static string AfterFrom(string indicator) => indicator[(indicator.LastIndexOf('的') + 1)..];

    private int LastJoint(int start, int end)
    {
        var joint = words.Text.AsSpan(start, end - start).LastIndexOf('、');
        return joint < 0 ? start : start + joint + 1;
    }

    /// <summary>甲省（59.2）: the value in brackets is of the kind that the sentence gave last.</summary>
    private static Figure? SameKindBefore(Figure figure)
    {
        for (var earlier = figure.Previous; earlier is not null; earlier = earlier.Previous)
        {
            if (string.Equals(earlier.Quantity.Unit, figure.Quantity.Unit, StringComparison.Ordinal) && earlier.IsRank == figure.IsRank)
            {
                return earlier;
            }
        }

        return null;
    }

    private bool IsBracketed(Figure figure) => figure.Clause.Start > 0 && words.Text[figure.Clause.Start - 1] == '（';
}
