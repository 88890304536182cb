using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Extraction.Statistics.Indicators;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// The subject that a figure's own clause names. In this order: who holds the rank; the last member of a list of owners; who heads the clause; whom
/// the number is compared with; who stands right before what is measured; the fund or event that follows its size.
/// </summary>
internal sealed class ClauseSubjects(Paper paper, ArticleFrames frames, MentionWindow window, PhraseTrimmer trimmer, SubjectNames names, ClauseHeads heads)
{
    private static readonly string[] Prepositions = ["来自", "对", "与", "和", "同", "向", "从", "由", "根据", "按照", "经", "依托", "面向", "围绕", "赴", "跟", "为", "、", "针对", "支持", "鼓励", "高出", "高于", "低于", "比", "较", "优于", "快于", "非", "除", "（", "占", "达到", "居"];
    private static readonly string[] Counted = ["城市", "省", "地区", "国家", "市", "县", "区", "州", "园区", "高新区", "片区"];

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
        return Partner(figure, run) ?? Item(figure, run) ?? heads.Of(run, floor, mention => MayOwn(mention, figure)) ?? Beside(figure, run) ?? Following(figure);
    }

    /// <summary>The words before the number that tell whose it is: behind the examples of what it counts, before the verb of a rank.</summary>
    private TextSpan Run(Figure figure)
    {
        var start = figure.SharesClause ? figure.Prefix.Start : figure.Clause.Start;
        var etc = paper.Text.AsSpan(start, figure.Quantity.Span.Start - start).LastIndexOf('等');
        var run = new TextSpan(start + etc + 1, figure.Quantity.Span.Start);
        return figure.IsRank && RankVerbs.Start(paper.Text.AsSpan(run.Start, run.Length)) is > 0 and var verb ? new(run.Start, run.Start + verb) : run;
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

        return heads.Of(new(start, run.Start), start, mention => MayOwn(mention, figure) && mention.Type != example && !names.IsAside(mention, new(start, run.Start)));
    }

    private bool MayOwn(Mention mention, Figure figure) =>
        SubjectNames.MayBe(mention) && !(figure.IsRank && names.IsField(mention.Span)) && !names.IsInWord(mention) && !IsWhere(mention, figure) && !IsWhole(mention, figure);

    /// <summary>排名第六位的甲市: who holds the rank stands after it.</summary>
    private Owner? Ranked(Figure figure)
    {
        foreach (var mention in window.Within(new(figure.Quantity.Span.End, figure.Suffix.End)))
        {
            if (mention is { Inside: false, Type: EntityType.Place or EntityType.Zone, Entity: { } entity } && mention.Span.Start == figure.Quantity.Span.End + 1 && paper.Text[figure.Quantity.Span.End] == '的')
            {
                return new(entity, mention.Span);
            }
        }

        return null;
    }

    /// <summary>在甲、乙、丙3个城市: a list that runs into its own count; its members are what is counted.</summary>
    private bool RunsInto(Figure figure, TextSpan run)
    {
        if (figure.Member is not null || !figure.IsCount || !StartsWithAny(paper.Text.AsSpan(figure.Quantity.Span.End), Counted))
        {
            return false;
        }

        foreach (var mention in window.Within(run))
        {
            if (mention is { Inside: false, Type: EntityType.Place or EntityType.Zone } && mention.Span.End == figure.Quantity.Number.Start && mention.Span.Start > run.Start && paper.Text[mention.Span.Start - 1] is '、' or '和')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>甲省5个、乙省6个: the name behind the last comma of a list.</summary>
    private Owner? Item(Figure figure, TextSpan run)
    {
        if (figure.Member is not null)
        {
            return null;
        }

        var opening = trimmer.Opening(run);
        var comma = paper.Text.AsSpan(run.Start, run.Length).LastIndexOf('、');
        var item = trimmer.Opening(new(comma < 0 ? run.Start : run.Start + comma + 1, run.End));
        if (item <= opening || IsTowards(opening, item))
        {
            return null;
        }

        foreach (var mention in window.Within(run))
        {
            if (mention.Span.Start == item && SubjectNames.MayBe(mention))
            {
                return new(mention.Entity!, mention.Span);
            }
        }

        return null;
    }

    /// <summary>甲市向乙市、丙市输出技术: the list is of those whom it goes to.</summary>
    private bool IsTowards(int opening, int item) => paper.Text.AsSpan(opening, item - opening).IndexOfAny('向', '从', '赴') > 0;

    /// <summary>The name nearest to the number that no word turns away from it; a body only right before it.</summary>
    private Owner? Beside(Figure figure, TextSpan run)
    {
        Owner? beside = null;
        foreach (var mention in window.Within(run))
        {
            if (!MayOwn(mention, figure))
            {
                continue;
            }

            if (IsGloss(mention))
            {
                return new(mention.Entity!, mention.Span);
            }

            beside = IsAfterPreposition(mention.Span.Start, run.Start) && !IsCompared(mention, figure) || mention.Type is EntityType.Organization or EntityType.Agency && mention.Span.End < run.End ? beside : new(mention.Entity!, mention.Span);
        }

        return beside;
    }

    /// <summary>高于全国增速5.2%: the rate is the one that the clause compares with; of 高于全国2.1个百分点 it is the gap.</summary>
    private bool IsCompared(Mention mention, Figure figure)
    {
        var before = paper.Text.AsSpan(figure.Clause.Start, mention.Span.Start - figure.Clause.Start);
        var between = paper.Text.AsSpan(mention.Span.End, figure.Quantity.Span.Start - mention.Span.End);
        return figure.Quantity.Unit is "%" && between.Length > 1 && (before.EndsWith("高于") || before.EndsWith("低于") || before.EndsWith("快于") || before.EndsWith("与"))
            && between[^1] is not ('高' or '低' or '快' or '慢' or '多' or '少' or '出') && between.IndexOf("水平") < 0;
    }

    /// <summary>占全国的37%, 全市的60%: the whole of which the number is a part.</summary>
    private bool IsWhole(Mention mention, Figure figure)
    {
        var between = figure.Quantity.Unit is "%" && mention.Span.End <= figure.Quantity.Span.Start ? paper.Text.AsSpan(mention.Span.End, figure.Quantity.Span.Start - mention.Span.End) : default;
        return between is "的" or "的约" or "的近" or "的超";
    }

    /// <summary>在全国12个省份举办: where, and not of what; but 在全国12个城市中位列第三 counts the cities.</summary>
    private bool IsWhere(Mention mention, Figure figure) =>
        mention.Span.Start > 0 && paper.Text[mention.Span.Start - 1] == '在' && ((figure.IsRank && FigureWords.RankVerb.At(paper.Text, mention.Span.End).Found) || (mention.Span.End == figure.Quantity.Number.Start
        && paper.Text.IndexOf('中', figure.Quantity.Span.End, Math.Max(0, figure.Clause.End - figure.Quantity.Span.End)) < 0));

    /// <summary>这里（甲市）, 我市（甲市）: the brackets tell which place is meant.</summary>
    private bool IsGloss(Mention mention)
    {
        var before = paper.Text.AsSpan(0, mention.Span.Start);
        return mention.Span.End < paper.Text.Length && paper.Text[mention.Span.End] == '）'
            && (before.EndsWith("这里（") || before.EndsWith("当地（") || before.EndsWith("我市（") || before.EndsWith("我省（") || before.EndsWith("该市（") || before.EndsWith("该省（"));
    }

    /// <summary>首期100亿元创新基金, 为期四天的展会: the fund or event named right after its size.</summary>
    private Owner? Following(Figure figure)
    {
        foreach (var mention in window.Within(new(figure.Quantity.Span.End, figure.Suffix.End)))
        {
            var named = figure.Quantity.UnitKind switch
            {
                UnitKind.Money => mention.Type == EntityType.Organization,
                UnitKind.Duration => mention.Type == EntityType.Event,
                _ => false,
            };
            if (named && mention.Entity is { } entity && mention.Span.Start <= figure.Quantity.Span.End + 3)
            {
                return new(entity, mention.Span);
            }
        }

        return null;
    }

    private bool IsAfterPreposition(int position, int floor)
    {
        var before = paper.Text.AsSpan(floor, position - floor);
        foreach (var word in Prepositions)
        {
            if (before.EndsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> words, string[] any)
    {
        foreach (var word in any)
        {
            if (words.StartsWith(word))
            {
                return true;
            }
        }

        return false;
    }
}
