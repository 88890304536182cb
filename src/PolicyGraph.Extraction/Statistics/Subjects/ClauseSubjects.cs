using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// The subject that a figure's own clause names. In this order: who holds the rank; whom the number is compared with; who heads the clause;
/// who stands right before what is measured; the fund or event that follows its size.
/// </summary>
internal sealed class ClauseSubjects(Paper paper, ArticleFrames frames, MentionWindow window, SubjectNames names, ClauseHeads heads)
{
    private static readonly string[] Prepositions =
    [
        "来自",
        "对",
        "与",
        "和",
        "同",
        "向",
        "从",
        "由",
        "根据",
        "按照",
        "经",
        "依托",
        "面向",
        "围绕",
        "赴",
        "跟",
        "为",
        "、",
        "针对",
        "支持",
        "鼓励",
        "高出",
        "高于",
        "低于",
        "比",
        "较",
        "优于",
        "快于",
        "非",
        "除",
        "（",
        "距",
        "距离",
        "紧邻",
        "毗邻",
        "占",
        "达到",
        "居",
    ];
    private const int LongestExample = 6;
    private static readonly string[] Comparing = ["高于", "低于", "快于", "慢于", "与", "好于"];
    private static readonly string[] Rates = ["增速", "增幅", "增长率", "增长速度", "比重", "GDP", "增加值", "目标"];
    private static readonly string[] Counted = ["城市", "省", "地区", "国家", "市", "县", "区", "州", "园区", "高新区", "片区"];

    private readonly WholeNames _wholes = new(paper, frames, window, names);

    public Owner? Of(Figure figure)
    {
        if (figure.IsRank && Ranked(figure) is { } ranked)
        {
            return ranked;
        }

        var run = Run(figure);
        if (RunsInto(figure, run))
        {
            return null;
        }

        var floor = figure.SharesClause ? run.Start : frames[figure.Sentence.Article].Span.Start;
        return _wholes.OfField(figure, run)
            ?? Compared(figure, run)
            ?? Partner(figure, run)
            ?? heads.Of(run, floor, (mention, _) => MayOwn(mention, figure))
            ?? Beside(figure, run)
            ?? Following(figure);
    }

    /// <summary>
    /// The words before the number that tell whose it is: behind the examples of what it counts, before the verb of a rank.
    /// </summary>
    private TextSpan Run(Figure figure)
    {
        var start = figure.SharesClause ? figure.Prefix.Start : figure.Clause.Start;
        var words = paper.Text.AsSpan(start, figure.Quantity.Span.Start - start);
        var etc = IsOneOf(figure) ? words.LastIndexOf('是') : words.LastIndexOf('等');
        var run = new TextSpan(start + etc + 1, figure.Quantity.Span.Start);
        return figure.IsRank && RankVerbs.Start(paper.Text.AsSpan(run.Start, run.Length)) is > 0 and var verb
            ? new(run.Start, run.Start + verb)
            : run;
    }

    /// <summary>甲高新区与乙银行等5家银行签约: who heads the clause and is none of those that 等 gives as examples.</summary>
    private Owner? Partner(Figure figure, TextSpan run)
    {
        var start = figure.SharesClause ? figure.Prefix.Start : figure.Clause.Start;
        if (run.Start == start || figure.IsRank)
        {
            return null;
        }

        EntityType? example = null;
        foreach (var mention in window.Within(new(start, run.Start)))
        {
            example = mention.Inside ? example : mention.Type;
        }

        return heads.Of(
            new(start, run.Start),
            start,
            (mention, clause) => MayOwn(mention, figure) && mention.Type != example && !names.IsAside(mention, clause)
        );
    }

    private bool MayOwn(Mention mention, Figure figure) =>
        SubjectNames.MayBe(mention)
        && !(
            (figure.SharesClause || mention.Span.End == figure.Quantity.Number.Start)
            && names.IsHome(mention.Span)
            && frames[figure.Sentence.Article].Topic is { Type: EntityType.Event }
        )
        && !(figure.IsRank && (names.IsField(mention.Span) || IsFieldOf(mention, figure)))
        && !IsExample(mention, figure)
        && (!names.IsInWord(mention) || IsOneOf(figure))
        && !IsWhere(mention, figure)
        && !_wholes.IsHonour(mention, figure)
        && !_wholes.IsBeside(mention, figure)
        && !_wholes.IsHeldAgainst(mention, figure);

    /// <summary>
    /// 增速居|全市|第三: what it is ranked in, right before the rank; where that is who holds it, it is the report's or article's own.
    /// </summary>
    private bool IsFieldOf(Mention mention, Figure figure) =>
        mention.Span.End == figure.Quantity.Span.Start && paper.Text[mention.Span.Start] == '全';

    /// <summary>
    /// 甲、乙、丙|3家银行: names that a count sums up, the first like a place's; 甲实验室、3个装置: what stands in a list beside the count.
    /// </summary>
    private bool IsExample(Mention mention, Figure figure)
    {
        if (
            !figure.IsCount
            || figure.Member is not null
            || mention.Span.End >= figure.Quantity.Number.Start
            || paper.Text[mention.Span.End] != '、'
        )
        {
            return false;
        }

        var list = paper.Text.AsSpan(mention.Span.End + 1, figure.Quantity.Number.Start - mention.Span.End - 1);
        return list.Length - 1 - list.LastIndexOf('、') is > 1 and < LongestExample or 0 && list.IndexOfAny("，有达为共计等设建分") < 0;
    }

    /// <summary>是全省首批3个开发区之一: the few are the province's.</summary>
    private bool IsOneOf(Figure figure) =>
        paper.Text.AsSpan(figure.Quantity.Span.End, Math.Max(0, figure.Clause.End - figure.Quantity.Span.End)).EndsWith("之一");

    /// <summary>排名第六位的甲市: who holds the rank stands after it.</summary>
    private Owner? Ranked(Figure figure)
    {
        foreach (var mention in window.Within(new(figure.Quantity.Span.End, figure.Suffix.End)))
        {
            if (
                mention is { Inside: false, Type: EntityType.Place or EntityType.Zone, Entity: { } entity }
                && mention.Span.Start == figure.Quantity.Span.End + 1
                && paper.Text[figure.Quantity.Span.End] == '的'
            )
            {
                return new(entity, mention.Span);
            }
        }

        return null;
    }

    /// <summary>在甲、乙、丙3个城市: a list that runs into its own count; its members are what is counted.</summary>
    private bool RunsInto(Figure figure, TextSpan run)
    {
        if (figure.Member is not null || !figure.IsCount || !paper.Text.AsSpan(figure.Quantity.Span.End).StartsWithAny(Counted))
        {
            return false;
        }

        foreach (var mention in window.Within(run))
        {
            if (
                mention is { Inside: false, Type: EntityType.Place or EntityType.Zone }
                && mention.Span.End == figure.Quantity.Number.Start
                && mention.Span.Start > run.Start
                && paper.Text[mention.Span.Start - 1] is '、' or '和'
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name nearest to the number that no word turns away from it; a body only right before it.</summary>
    private Owner? Beside(Figure figure, TextSpan run)
    {
        Owner? beside = null;
        foreach (var mention in window.Within(run))
        {
            if (!MayOwn(mention, figure) || IsOfOthers(mention, frames[figure.Sentence.Article]))
            {
                continue;
            }

            if (IsGloss(mention))
            {
                return new(mention.Entity!, mention.Span);
            }

            beside =
                IsAfterPreposition(mention.Span.Start, run.Start)
                || mention.Type is EntityType.Organization or EntityType.Agency && mention.Span.End < run.End
                    ? beside
                    : new(mention.Entity!, mention.Span);
        }

        return beside;
    }

    /// <summary>
    /// 采认甲地区职业资格6项, 办好某博览会、签约…: within a clause a place's own report names others in what it has done; so does
    /// 签订国内项目5个 at an event.
    /// </summary>
    private bool IsOfOthers(Mention mention, ArticleFrame frame) =>
        (names.IsHome(mention.Span) && frame.Topic is { Type: EntityType.Event })
        || frame is { IsReport: true, Topic: { Type: EntityType.Place } home }
            && (mention.Type == EntityType.Event || mention.Entity is { } place && TitlePlaces.IsElsewhere(place, home));

    /// <summary>高于全国增速5.2%: the rate is the one that the clause compares with; of 高于全国2.1个百分点 it is the gap.</summary>
    private Owner? Compared(Figure figure, TextSpan run)
    {
        if (figure.Quantity.Unit is not "%")
        {
            return null;
        }

        Owner? last = null;
        foreach (var mention in window.Within(run))
        {
            last =
                SubjectNames.MayBe(mention)
                && IsCompared(
                    paper.Text.AsSpan(run.Start, mention.Span.Start - run.Start),
                    paper.Text.AsSpan(mention.Span.End, run.End - mention.Span.End)
                )
                    ? new(mention.Entity!, mention.Span)
                    : null;
        }

        return last;
    }

    private static bool IsCompared(ReadOnlySpan<char> before, ReadOnlySpan<char> between) =>
        before.EndsWithAny(Comparing) && between.EndsWithAny(Rates);

    /// <summary>甲市、乙市, 甲市和乙市.</summary>
    private bool IsListed(int end) => end < paper.Text.Length && paper.Text[end] is '、' or '和';

    /// <summary>
    /// 在全国12个省份举办, 在甲、乙举办3次, 在全市排第五: where, and not of what; but 在全国12个城市中位列第三 counts the cities.
    /// </summary>
    private bool IsWhere(Mention mention, Figure figure) =>
        mention.Span.Start > 0
        && paper.Text[mention.Span.Start - 1] == '在'
        && (
            figure.IsRank
            || IsListed(mention.Span.End)
            || (
                mention.Span.End == figure.Quantity.Number.Start
                && paper.Text.IndexOf('中', figure.Quantity.Span.End, Math.Max(0, figure.Clause.End - figure.Quantity.Span.End)) < 0
            )
        );

    /// <summary>这里（甲市）, 我市（甲市）: the brackets tell which place is meant.</summary>
    private bool IsGloss(Mention mention)
    {
        var before = paper.Text.AsSpan(0, mention.Span.Start);
        return mention.Span.End < paper.Text.Length
            && paper.Text[mention.Span.End] == '）'
            && (
                before.EndsWith("这里（")
                || before.EndsWith("当地（")
                || before.EndsWith("我市（")
                || before.EndsWith("我省（")
                || before.EndsWith("该市（")
                || before.EndsWith("该省（")
            );
    }

    /// <summary>首期100亿元创新基金, 为期四天的展会: the fund or event named right after its size.</summary>
    private Owner? Following(Figure figure)
    {
        foreach (var mention in window.Within(new(figure.Quantity.Span.End, figure.Suffix.End)))
        {
            var named = figure.Quantity.UnitKind switch
            {
                UnitKind.Money => mention.Type == EntityType.Organization
                    && !(mention.Span.End < paper.Text.Length && paper.Text[mention.Span.End] == '、'),
                UnitKind.Duration => mention.Type == EntityType.Event,
                UnitKind.Area => mention.Type == EntityType.Zone && paper.Text[figure.Quantity.Span.End] == '的',
                _ => false,
            };
            if (named && mention.Entity is { } entity && mention.Span.Start <= figure.Quantity.Span.End + 3)
            {
                return new(entity, mention.Span);
            }
        }

        return null;
    }

    private bool IsAfterPreposition(int position, int floor) => paper.Text.AsSpan(floor, position - floor).EndsWithAny(Prepositions);
}
