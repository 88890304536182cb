using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>
/// Tells figures from the numbers that are none: parts of the text, durations that only date, classes, numbers inside names.
/// </summary>
internal static class FigureFilter
{
    private const int LongestQuote = 12;

    /// <param name="binds">True in a notice or rules, where terms and waiting times are what is ruled.</param>
    public static bool Accepts(Paper paper, NameMask names, Quantity quantity, TextSpan clause, bool binds)
    {
        var text = paper.Text;
        var before = text.AsSpan(clause.Start, quantity.Span.Start - clause.Start);
        var after = text.AsSpan(quantity.Span.End, Math.Max(0, clause.End - quantity.Span.End));
        if (
            IsNumberOfPaper(before, after)
            || IsCutShort(quantity, after)
            || names.Hides(quantity)
            || quantity.Form == QuantityForm.Vague
            || (quantity.UnitKind == UnitKind.Age && before.IndexOf("寿命") < 0)
            || IsQuoted(text, quantity)
        )
        {
            return false;
        }

        if (quantity.Form == QuantityForm.SizeClass)
        {
            return FigureWords.Entered.Before(before, before.Length).Found && !after.StartsWith("园") && !after.StartsWith("产业");
        }

        if (
            IsThreshold(quantity, after)
            || IsClassOfCounted(quantity, before, after)
            || IsPointedAt(quantity, before, after)
            || IsEdition(quantity, before)
            || IsStep(before)
            || IsSaidAgain(text, quantity)
            || IsOfText(text, quantity, clause)
        )
        {
            return false;
        }

        return !IsQuotation(text, quantity)
            && quantity.UnitKind switch
            {
                UnitKind.None => BareNumbers.Count(quantity, before, after) || IsProportion(text, quantity, before),
                UnitKind.Duration => IsMeasured(quantity, before, after)
                    || IsLeave(text, quantity, clause, before)
                    || (binds && (quantity.Comparator != Comparator.Equal || IsTerm(before, after))),
                UnitKind.Count or UnitKind.People when binds && quantity.Value == 1m && IsPost(quantity, before) => true,
                UnitKind.Count or UnitKind.People when !quantity.InDigits && quantity.Form == QuantityForm.Amount => WordCounts.Count(
                    quantity,
                    before,
                    after
                ),
                UnitKind.Count or UnitKind.People => quantity.Form != QuantityForm.Amount || !WordCounts.IsStructure(after),
                _ => true,
            };
    }

    /// <summary>第20/2025号决定: the number by which an order is known.</summary>
    private static bool IsNumberOfPaper(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var open = before.LastIndexOf('第');
        var close = after.IndexOf('号');
        return open >= 0
            && close >= 0
            && before.Length - open < 12
            && close < LongestQuote
            && IsCode(before[(open + 1)..])
            && IsCode(after[..close]);
    }

    /// <summary>3方面, 两年半, 突破万亿里程碑: the unit read is only the beginning of the word; 两年平均增长 says over how long.</summary>
    private static bool IsCutShort(Quantity quantity, ReadOnlySpan<char> after) =>
        (quantity.Unit is "方" && after.StartsWith("面"))
        || (quantity.Unit is "部" && after.StartsWith("分"))
        || (quantity.Unit is "里" && after.StartsWith("程"))
        || (quantity.Unit is "年" && (after.StartsWith("半") || after.StartsWith("平均") || after.StartsWith("年均")));

    private static bool IsCode(ReadOnlySpan<char> run)
    {
        foreach (var c in run)
        {
            if (!char.IsAscii(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>30日内, 满一年, 最长三年: how long a rule leaves; not 近三年内, which looks back.</summary>
    private static bool IsTerm(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        (after.StartsWith("内") && !before.EndsWith("最近") && !before.EndsWith("近") && !before.EndsWith("过去"))
        || before.EndsWith("满")
        || before.EndsWith("最长")
        || before.EndsWith("最长为")
        || before.EndsWith("最短")
        || before.EndsWith("最短为")
        || before.EndsWith("为期")
        || before.EndsWith("每届");

    /// <summary>设主任一人, 由会长一名、副会长二名组成: how many hold a post is ruled.</summary>
    private static bool IsPost(Quantity quantity, ReadOnlySpan<char> before) =>
        quantity.Unit is "人" or "名"
        && before.Length > 2
        && !before.EndsWith("推举")
        && (before.IndexOf('设') >= 0 || before.IndexOf('由') >= 0 || before.IndexOf("、") >= 0)
        && before[^1] is '长' or '任' or '裁' or '席' or '事' or '员' or '记' or '管' or '理' or '人' or '家' or '书' or '监';

    /// <summary>共九章四十二条, 附件：1．523项标准一览表: how many articles a text has, and what is enclosed with it.</summary>
    private static bool IsOfText(string text, Quantity quantity, TextSpan clause)
    {
        var before = text.AsSpan(0, quantity.Span.Start);
        return (quantity.Unit is "条" && before.EndsWith("章")) || (quantity.Span.Start == clause.Start && before.EndsWith("附件："));
    }

    /// <summary>两个及两个以上企业: one bound, said with its number twice.</summary>
    private static bool IsSaidAgain(string text, Quantity quantity) =>
        quantity.Span.End + quantity.Span.Length < text.Length
        && text[quantity.Span.End] is '及' or '或'
        && text.AsSpan(quantity.Span.End + 1).StartsWith(text.AsSpan(quantity.Number.Start, quantity.Span.End - quantity.Number.Start));

    /// <summary>这7家企业 was counted before; 七部门联合 tells who signs.</summary>
    private static bool IsPointedAt(Quantity quantity, ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        quantity.Unit is "部门" or "部委"
        || (
            quantity.Unit is "个"
            && (after.StartsWith("部门") || after.StartsWith("部委"))
            && after[..Math.Min(after.Length, LongestQuote)] is var who
            && (who.IndexOf("印发") > 0 || who.IndexOf("联合") > 0 || who.IndexOf("发布") > 0 || who.IndexOf("出台") > 0)
        )
        || (quantity.UnitKind is UnitKind.Count or UnitKind.People && FigureWords.Pointed.Before(before, before.Length).Found);

    /// <summary>十九届二中全会, 2期工程: a session's or a stage's number, where 已举办六届 and 培训班40期 count.</summary>
    private static bool IsEdition(Quantity quantity, ReadOnlySpan<char> before) =>
        quantity.Unit is "届" or "期" && !FigureWords.Session.Any(before[Math.Max(0, before.Length - 8)..]);

    /// <summary>每满1年加2分, 每增加1人奖励500元: the step by which something else is reckoned.</summary>
    private static bool IsStep(ReadOnlySpan<char> before) =>
        before.EndsWith("每满")
        || before.EndsWith("每增加")
        || before.EndsWith("每减少")
        || before.EndsWith("每超过")
        || before.EndsWith("每超")
        || before.EndsWith("每延长");

    /// <summary>三次产业之比为5：40：55, also where the ratio moves from one to another.</summary>
    private static bool IsProportion(string text, Quantity quantity, ReadOnlySpan<char> before) =>
        Proportions.IsTerm(text, quantity.Number)
        && !Proportions.IsOne(text, quantity.Number)
        && (FigureWords.Proportion.Any(before) || Proportions.IsOfThree(text, quantity.Number));

    /// <summary>（9.840，0.13，1.34%）: the price of a share behind its company's name.</summary>
    private static bool IsQuotation(string text, Quantity quantity)
    {
        var (start, end) = (quantity.Number.Start, quantity.Span.End);
        if (start < 2 || end + 1 >= text.Length)
        {
            return false;
        }

        var follows = IsComma(text[start - 1]) && (char.IsAsciiDigit(text[start - 2]) || text[start - 2] == '%');
        return (text[start - 1] == '（' || follows)
            && ((IsComma(text[end]) && char.IsAsciiDigit(text[end + 1])) || (follows && text[end] == '）'));
    }

    private static bool IsComma(char c) => c is ',' or '，';

    /// <summary>“1000家”工程: a number that a short quotation begins with names something.</summary>
    private static bool IsQuoted(string text, Quantity quantity)
    {
        var start = quantity.Span.Start;
        if (!quantity.InDigits && quantity.UnitKind is UnitKind.Count or UnitKind.People && IsInSlogan(text, quantity.Span))
        {
            return true;
        }

        if (start == 0 || text[start - 1] != '“')
        {
            return false;
        }

        return text.AsSpan(start, Math.Min(LongestQuote, text.Length - start)).Contains('”');
    }

    /// <summary>“一主六双”: numbers in words within a short quotation without a stop.</summary>
    private static bool IsInSlogan(string text, TextSpan span)
    {
        var before = text.AsSpan(Math.Max(0, span.Start - LongestQuote), span.Start - Math.Max(0, span.Start - LongestQuote));
        var open = before.LastIndexOfAny('“', '”');
        var after = text.AsSpan(span.End, Math.Min(LongestQuote, text.Length - span.End));
        var close = after.IndexOfAny('“', '”');
        return open >= 0
            && before[open] == '“'
            && close >= 0
            && after[close] == '”'
            && before.Length - open + close + span.Length <= LongestQuote
            && before[open..].IndexOfAny("，。；") < 0
            && after[..close].IndexOfAny("，。；") < 0;
    }

    /// <summary>超10亿元项目7个: the threshold of a class is no figure of its own.</summary>
    private static bool IsThreshold(Quantity quantity, ReadOnlySpan<char> after)
    {
        if (
            quantity.Comparator == Comparator.Equal
            || quantity.UnitKind is not (UnitKind.Money or UnitKind.Mass or UnitKind.Power or UnitKind.Area)
        )
        {
            return false;
        }

        after = after.TrimStart('的');
        return FigureWords.ClassNoun.At(after, 0).Found;
    }

    /// <summary>10个三十亿以上重大项目: a threshold right behind a counter tells which things are counted.</summary>
    private static bool IsClassOfCounted(Quantity quantity, ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        quantity.Comparator != Comparator.Equal
        && quantity.UnitKind is UnitKind.None or UnitKind.Money
        && after.Length > 1
        && before.Length > 1
        && before[^1] is '个' or '家' or '项'
        && (char.IsAsciiDigit(before[^2]) || Quantities.Numerals.Digits.OfWord(before[^2]) > 0);

    /// <summary>国庆节放假7天, 婚假增加3天, 调休，共8天: how many days are free; not 放假前3天, which only dates.</summary>
    private static bool IsLeave(string text, Quantity quantity, TextSpan clause, ReadOnlySpan<char> before)
    {
        if (quantity.Unit is not ("天" or "日") || before.EndsWith("前") || before.EndsWith("后") || before.EndsWith("内"))
        {
            return false;
        }

        if (FigureWords.Leave.Any(before))
        {
            return true;
        }

        var told = text.AsSpan(0, clause.Start).TrimEnd('，');
        return before is "共" or "共计" or "合计" or "总共" && FigureWords.Leave.Before(told, told.Length).Found;
    }

    private static bool IsMeasured(Quantity quantity, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (
            after.StartsWith("来")
            || after.StartsWith("前")
            || after.StartsWith("后")
            || after.StartsWith("以来")
            || after.StartsWith("行动")
            || after.StartsWith("计划")
            || after.StartsWith("内")
            || (quantity.Value == 1m && !quantity.InDigits)
        )
        {
            return false;
        }

        // 分别压缩至70、40、30个工作日: what is said before the first of a row is said of all.
        before = before.TrimEnd("0123456789、");
        var near = before[Math.Max(0, before.Length - 8)..];
        return FigureWords.Measured.Any(near) || FigureWords.Reach.Before(near, near.Length).Found || after.StartsWith("的会期");
    }
}
