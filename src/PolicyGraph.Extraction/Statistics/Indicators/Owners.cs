using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>
/// Who an amount is of, and which amount of theirs, where a list says the one once for several of the other: 甲、乙产量分别增长2%、3%;
/// 甲业增加值增长2%，乙业增长3%; 甲业收入5亿元，利润1亿元.
/// </summary>
internal static class Owners
{
    private const int LongestBranch = 9;
    private const int LongestBareAmount = 4;
    private const string Sectors = "业品车类区部";

    /// <summary>
    /// 甲、乙产量分别…: the amount that ends the list belongs to every member; 甲面积和产量: whose amount it is stands with the first.
    /// </summary>
    /// <param name="member">The member's own words.</param>
    /// <param name="first">The list's first member.</param>
    /// <param name="last">The list's last member.</param>
    public static string WithListed(string member, string first, string last)
    {
        if (Shared(member, last) is { Length: > 1 } shared)
        {
            return member + shared;
        }

        if (
            last.IndexOf('的', StringComparison.Ordinal) is > 2 and var of
            && of < last.Length - 2
            && member.Length > 2
            && member.EndsWith(last[(of - 2)..of], StringComparison.Ordinal)
        )
        {
            // 甲项目、乙项目|的审批时间: two of one kind, and what is measured of both.
            return member + last[of..];
        }

        var amount = Ending(first);
        if (amount > 0 && amount < first.Length - 1 && Ending(member) == member.Length)
        {
            return first[..^amount] + member;
        }

        amount = Ending(last);
        if (
            member.IndexOf('等', StringComparison.Ordinal) is > 1 and var etc
            && Ending(member) is > 0 and var own
            && etc < member.Length - own
        )
        {
            // 甲、乙等产品产量: the class after 等 sums the members up.
            return member[..etc] + member[^own..];
        }

        return amount == 0 || amount >= last.Length || Ending(member) > 0 || member.Length < 2 || IsMeasure(member)
            ? member
            : member + last[^amount..];
    }

    /// <summary>草原覆盖度 beside 森林覆盖率: a name that ends like a measure is whole.</summary>
    private static bool IsMeasure(string member) => member.Length > 3 && member[^1] is '度' or '率' or '额' or '量' or '数';

    /// <summary>
    /// 猪、牛|出栏; 第二、第三|产业比重; 城镇和农村|居民收入: what stands behind the last of several short names of one length is said of
    /// all; empty where they are longer.
    /// </summary>
    private static string Shared(string member, string last) =>
        member.Length is 1 or 2
        && last.Length > member.Length + 1
        && !char.IsAsciiDigit(member[0])
        && (
            member.Length == 1
            || (member[0] == '第' && last[0] == '第')
            || (member is "城镇" or "农村" or "城市" && last[0] is '城' or '农')
        )
        && Ending(member) == 0
            ? last[member.Length..]
            : "";

    /// <summary>甲业增加值增长2%，乙业增长3%: the second rate is of the same amount; not where a level stands between.</summary>
    public static string WithPrevious(Figure figure, string words)
    {
        if (
            figure
                is not { Measure: Measure.Growth, Member: null, Previous: { Measure: Measure.Growth, Indicator: { Length: > 0 } earlier } }
            || figure.SharesClause
            || words.Length < 3
            || !Sectors.Contains(words[^1])
            || Ending(words) > 0
        )
        {
            return words;
        }

        var amount = Ending(earlier);
        var shared = earlier[^amount..];
        return amount > 0 && (amount < earlier.Length || amount > LongestBareAmount)
            ? words + (words.EndsWith(shared[..Math.Min(2, amount)], StringComparison.Ordinal) ? shared[2..] : shared)
            : words;
    }

    /// <summary>甲业总收入5亿元；利润总额1亿元: whose profit it is stands with the first amount.</summary>
    /// <returns>Empty where the words name an owner of their own, or none stands before.</returns>
    public static string Of(Figure figure, string words)
    {
        if (words.Length == 0 || figure.IsCount || FigureWords.PartAmount.At(words, 0).Length != words.Length)
        {
            return "";
        }

        for (var earlier = figure.Previous; earlier is not null; earlier = earlier.Previous)
        {
            if (
                earlier is { IsCount: false, Measure: Measure.Level, Indicator: { Length: > 4 } named }
                && Ending(named) is > 0 and var amount
            )
            {
                var owner = named[..^amount].TrimEnd('总');
                return owner.Length > 2 && owner[^1] == '业' ? owner : "";
            }
        }

        return "";
    }

    /// <summary>装备制造业恢复明显，增加值增长3%: a bare amount is of the branch that the clause before opens with.</summary>
    /// <returns>The words themselves where they say more, or no branch stands there.</returns>
    public static string WithBranch(Figure figure, string said, IndicatorWords words)
    {
        if (figure.Previous is not null || said.Length == 0 || FigureWords.Amount.At(said, 0).Length != said.Length)
        {
            return said;
        }

        var before = Clauses.Before(words.Text, figure.Sentence.Span, figure.Clause.Start);
        if (before.IsEmpty || before.Start >= figure.Clause.Start)
        {
            return said;
        }

        var clause = words.Trimmed(before, figure.SubjectSpan);
        var branch = clause.IndexOf('业', StringComparison.Ordinal);
        if (branch > 0 && said.StartsWith(clause[..(branch + 1)], StringComparison.Ordinal))
        {
            return said;
        }

        return
            branch is > 0 and < LongestBranch
            && branch + 1 < clause.Length
            && clause[branch + 1] is not ('务' or '绩' or '主' or '态' or '园' or '链' or '化' or '和' or '、' or '的' or '企')
            && clause.AsSpan(0, branch).IndexOfAny("企就创行毕从") < 0
            ? clause[..(branch + 1)] + said
            : said;
    }

    /// <summary>The first amount that an indicator names (产量同比增长的产品 → 产量); empty where it names none.</summary>
    public static string AmountIn(string indicator)
    {
        for (var i = 0; i < indicator.Length; i++)
        {
            if (FigureWords.Amount.At(indicator, i) is { Found: true } amount)
            {
                return indicator.Substring(i, amount.Length);
            }
        }

        return "";
    }

    private static int Ending(string words) => FigureWords.Amount.Before(words, words.Length).Length;
}
