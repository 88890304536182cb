using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>Tells level, growth, change, share, rank and ratio apart by the words that touch the number.</summary>
internal static class Measures
{
    // 高于全市规上工业.
    private const int GapReach = 8;

    private static readonly string[] ChangeVerbs = ["增加", "减少", "调减", "调增", "压减", "净增"];

    public static void Decide(string text, Figure figure)
    {
        var quantity = figure.Quantity;
        figure.Comparator =
            quantity.Comparator == Comparator.Equal && Distribution.IsRough(text, figure) ? Comparator.About
            : quantity.Comparator == Comparator.Equal ? Distribution.Bound(text, figure)
            : quantity.Comparator;
        if (figure.IsRank || quantity.Form == QuantityForm.Doubling)
        {
            figure.Measure = figure.IsRank ? Measure.Rank : Measure.Ratio;
            return;
        }

        var before = text.AsSpan(figure.Clause.Start, figure.Prefix.End - figure.Clause.Start);
        var after = MovesNext(text, figure) ? default : text.AsSpan(figure.Suffix.Start, figure.Suffix.Length);
        var (moves, falls) = Movement(before, after);
        if (figure.ListHead is { } head && !ReferenceEquals(head, figure))
        {
            (moves, falls) = (head.Measure is Measure.Growth or Measure.Change, head.Falls);
        }

        figure.Falls = falls && moves;
        figure.Measure = moves ? Moving(quantity.UnitKind) : Standing(text, figure, before, after);
    }

    /// <summary>较上年的1.3亿元|增长了|59%: between two numbers the movement is the second one's.</summary>
    private static bool MovesNext(string text, Figure figure)
    {
        var between = text.AsSpan(figure.Suffix.Start, figure.Suffix.Length).TrimEnd('了');
        return figure.Suffix.End < text.Length
            && char.IsAsciiDigit(text[figure.Suffix.End])
            && between.Length > 0
            && FigureWords.Rise.At(between, 0).Length == between.Length;
    }

    private static Measure Moving(UnitKind unit) => unit is UnitKind.Percent or UnitKind.Multiple ? Measure.Growth : Measure.Change;

    private static Measure Standing(string text, Figure figure, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var quantity = figure.Quantity;
        switch (quantity.UnitKind)
        {
            case UnitKind.Percent when IsGlossOfRate(text, figure):
                return Measure.Growth;
            case UnitKind.Percent:
                return FigureWords.Index.Before(Trimmed(before), Trimmed(before).Length).Found ? Measure.Level : Measure.Share;
            case UnitKind.Multiple:
                return Measure.Ratio;
            case UnitKind.Point:
                figure.Falls = before.IndexOf("低") >= 0;
                return Measure.Change;
            case UnitKind.None when Proportions.IsTerm(text, quantity.Number):
                return Proportions.IsToOne(text, quantity.Number) ? Measure.Ratio : Measure.Share;
            case UnitKind.None
                when quantity.Value is > 0m and < 1m
                    && (!quantity.InDigits || text.AsSpan(quantity.Number.Start, quantity.Number.Length).Contains('/')):
                return Measure.Share;
        }

        var prefix = text.AsSpan(figure.Prefix.Start, figure.Prefix.Length);
        if (
            quantity.Unit is "位" or "个位次" or "位次"
            && (
                prefix.EndsWith("前移")
                || prefix.EndsWith("上移")
                || prefix.EndsWith("后移")
                || prefix.EndsWith("下移")
                || prefix.EndsWith("前进")
                || prefix.EndsWith("跃升")
            )
        )
        {
            figure.Falls = prefix.EndsWith("后移") || prefix.EndsWith("下移");
            return Measure.Change;
        }

        if (VerbOfChange(figure, prefix) is { Length: > 0 } verb)
        {
            figure.Falls = verb is "减少" or "调减" or "压减" or "减";
            return Measure.Change;
        }

        return prefix.IndexOf("新增") >= 0 && prefix.IndexOf("新增长") < 0 || IsAddedToo(text, figure) ? Measure.Change : Measure.Level;
    }

    /// <summary>增长9.5%，高于全市（7.1%）2.4个百分点: what is compared with in brackets is a rate like the one before.</summary>
    private static bool IsGlossOfRate(string text, Figure figure)
    {
        var earlier = figure.Previous;
        while (earlier is { IsRank: true })
        {
            earlier = earlier.Previous;
        }

        var open = figure.Clause.Start - 1;
        return earlier is { Measure: Measure.Growth }
            && open > GapReach
            && text[open] == '（'
            && FigureWords.Gap.Any(text.AsSpan(open - GapReach, GapReach));
    }

    /// <summary>增加水稻面积6万亩、大豆4万亩: the verb stands before what changes, and holds for the list; 增加值 is a noun.</summary>
    public static string VerbOfChange(Figure figure, ReadOnlySpan<char> prefix)
    {
        if (
            figure is { SharesClause: true, Previous: { Measure: Measure.Change, ChangeVerb.Length: > 0 } previous }
            && previous.Quantity.UnitKind == figure.Quantity.UnitKind
        )
        {
            return figure.ChangeVerb = previous.ChangeVerb;
        }

        foreach (var verb in ChangeVerbs)
        {
            if (
                prefix.StartsWith(verb)
                && prefix.Length > verb.Length + 1
                && prefix[verb.Length] is not ('值' or '到' or '至' or '了')
                && !FigureWords.Reach.Before(prefix, prefix.Length).Found
            )
            {
                return figure.ChangeVerb = verb;
            }
        }

        return "";
    }

    /// <summary>新增甲1个、乙7个: the second is new too.</summary>
    public static bool IsAddedToo(string text, Figure figure) =>
        figure is { SharesClause: true, Previous: { Measure: Measure.Change } previous, IsCount: true }
        && previous.IsCount
        && figure.Prefix.Length is > 1 and < 16
        && !previous.Falls
        && figure.Comparator == Comparator.Equal
        && text.AsSpan(figure.Prefix.Start, figure.Prefix.Length).IndexOfAny("总累达共") < 0;

    /// <summary>Whether the number says how much something moved, and whether down.</summary>
    private static (bool Moves, bool Falls) Movement(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var end = before.Length;
        end -= end > 0 && before[end - 1] == '了' ? 1 : 0;
        if (FigureWords.Reach.Before(before, end) is { Found: true } reach)
        {
            // 增速提升至6.8%: the rate itself has reached it.
            var rate = Trimmed(before[..(end - reach.Length)]);
            return (FigureWords.Rate.Before(rate, rate.Length).Found, false);
        }

        if (FigureWords.Fall.Before(before, end) is { Found: true } fall && IsWholeWord(before, end, fall.Length))
        {
            return (true, true);
        }

        if (FigureWords.Rise.Before(before, end) is { Found: true } rise && IsWholeWord(before, end, rise.Length))
        {
            return (true, false);
        }

        var trimmed = Trimmed(before[..end]);
        trimmed =
            trimmed.EndsWith("年") && trimmed[Math.Max(0, trimmed.Length - 6)..].IndexOf("连续") is >= 0 and var again
                ? trimmed[..(Math.Max(0, trimmed.Length - 6) + again)]
                : trimmed;
        if (FigureWords.FallingRate.Before(trimmed, trimmed.Length).Found)
        {
            return (true, true);
        }

        if (before[trimmed.Length..end].IndexOf("分别") >= 0 && FigureWords.Fall.Before(trimmed, trimmed.Length).Found)
        {
            return (true, true);
        }

        if (FigureWords.Rate.Before(trimmed, trimmed.Length).Found || IsGoalOfGrowth(trimmed, before[trimmed.Length..end]))
        {
            return (true, false);
        }

        after = after.StartsWith("以上") ? after[2..] : after.TrimStart('的');
        return (
            !FigureWords.Reach.At(after, 0).Found
                && (
                    after.StartsWith("增长")
                    || after.StartsWith("正增长")
                    || after.StartsWith("增速")
                    || after.StartsWith("增幅")
                    || after.StartsWith("年均增")
                    || IsGrowth(after)
                ),
            false
        );
    }

    /// <summary>保持20%以上的|高速增长, 11%的|高增长.</summary>
    private static bool IsGrowth(ReadOnlySpan<char> after) =>
        (after.IndexOf("增长") is > 0 and < 7 and var at || after.IndexOf("增速") is > 0 and < 7 and var at2 && (at = at2) > 0)
        && (at + 2 == after.Length || after[at + 2] is '，' or '。' or '势' or '水' or '速' or '率' or '基')
        && after[..at].IndexOfAnyExcept("高快较中低速两年平均稳步持续的同比") < 0;

    /// <summary>增长目标为, 年均增长保持在: the goal or the pace of a growth is a growth.</summary>
    private static bool IsGoalOfGrowth(ReadOnlySpan<char> trimmed, ReadOnlySpan<char> stripped) =>
        (stripped.Length > 0 && (trimmed.EndsWith("年均增长") || trimmed.EndsWith("同比增长")))
        || (stripped.IndexOf("目标") >= 0 || stripped.IndexOf("预期") >= 0 || stripped.IndexOf("分别") >= 0)
            && FigureWords.Rise.Before(trimmed, trimmed.Length).Found;

    /// <summary>最高, 至少 and 最多 end like a movement and are none.</summary>
    private static bool IsWholeWord(ReadOnlySpan<char> before, int end, int length) =>
        length > 1 || end < 2 || !"最至许不更年".Contains(before[end - 2]);

    /// <summary>Without the words that join it to the number: 增速达到 → 增速.</summary>
    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> before)
    {
        while (FigureWords.Link.Before(before, before.Length) is { Found: true } link)
        {
            before = before[..^link.Length];
        }

        return before;
    }

    /// <summary>高出甲省平均水平10个点: the gap's word stands away from the number.</summary>
    public static bool IsGap(ReadOnlySpan<char> prefix) => FigureWords.Gap.Any(prefix);
}
