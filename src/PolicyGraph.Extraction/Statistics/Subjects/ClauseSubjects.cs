using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Statistics.Indicators;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>The subject that a figure's own clause names: at its opening, right before what is measured, or right after a fund's or event's size.</summary>
internal sealed class ClauseSubjects(Paper paper, MentionWindow window, PhraseTrimmer trimmer)
{
    private static readonly string[] Prepositions = ["来自", "对", "与", "和", "同", "向", "从", "由", "根据", "按照", "经", "依托", "面向", "围绕", "赴", "跟", "为", "、", "针对", "支持", "鼓励", "高出", "高于", "低于", "比", "较", "优于", "快于", "非", "除", "（", "占", "达到", "居"];
    private static readonly string[] Fields = ["全国", "国内"];

    public Mention? Of(Figure figure)
    {
        var start = figure.SharesClause ? figure.Prefix.Start : figure.Clause.Start;
        var run = new TextSpan(AfterExamples(start, figure.Quantity.Span.Start), figure.Quantity.Span.Start);
        if (figure.IsRank && RankVerbs.Start(paper.Text.AsSpan(run.Start, run.Length)) is > 0 and var verb)
        {
            run = new(run.Start, run.Start + verb);
        }

        if (figure.IsRank && Ranked(figure) is { } ranked)
        {
            return ranked;
        }

        var opening = trimmer.Opening(run);
        var item = figure.Member is null ? trimmer.Opening(new(AfterComma(run), run.End)) : opening;
        Mention? beside = null;
        foreach (var mention in window.Within(run))
        {
            if (item > opening && !IsTowards(opening, item) && mention.Span.Start > opening && mention.Span.Start == item && MayBeSubject(mention))
            {
                return mention;
            }
        }

        foreach (var mention in window.Within(run))
        {
            if (!MayBeSubject(mention) || (figure.IsRank && IsField(mention)) || IsInWord(paper, mention) || IsWhere(mention, figure))
            {
                continue;
            }

            if (mention.Span.Start <= opening || IsGloss(mention))
            {
                return mention;
            }

            beside = IsAfterPreposition(mention.Span.Start, run.Start) || mention.Entity!.Type == EntityType.Organization && mention.Span.End < run.End ? beside : mention;
        }

        return beside ?? Following(figure);
    }

    /// <summary>排名第六位的甲市: who holds the rank stands after it.</summary>
    private Mention? Ranked(Figure figure)
    {
        foreach (var mention in window.Within(new(figure.Quantity.Span.End, figure.Suffix.End)))
        {
            if (mention is { Inside: false, Type: EntityType.Place or EntityType.Zone } && mention.Span.Start == figure.Quantity.Span.End + 1 && paper.Text[figure.Quantity.Span.End] == '的')
            {
                return mention;
            }
        }

        return null;
    }

    /// <summary>甲市向乙市、丙市输出技术: the list is of those whom it goes to.</summary>
    private bool IsTowards(int opening, int item) => paper.Text.AsSpan(opening, item - opening).IndexOfAny('向', '从', '赴') > 0;

    /// <summary>甲省、乙省均增长5%, 这三个省份合计…: said of several at once, and of no one place; 分别 gives each its own.</summary>
    public bool IsOfSeveral(Figure figure)
    {
        if (figure.Member is not null || figure.ListHead is not null || figure.SharesClause)
        {
            return false;
        }

        var start = trimmer.Opening(new(figure.Clause.Start, figure.Quantity.Span.Start));
        var run = paper.Text.AsSpan(start, Math.Max(0, figure.Quantity.Span.Start - start));
        if (paper.Text.AsSpan(figure.Clause.Start).StartsWith("均"))
        {
            return Coordinated(Clauses.Before(paper.Text, figure.Sentence.Span, figure.Clause.Start));
        }

        var at = run.StartsWith("这") ? 1 : -1;
        while (at > 0 && at < run.Length && (char.IsAsciiDigit(run[at]) || Quantities.Numerals.Digits.OfWord(run[at]) > 0 || run[at] is '十' or '个' or '座' or '大'))
        {
            at++;
        }

        if (at > 1 && (run[at..].StartsWith("省") || run[at..].StartsWith("城市") || run[at..].StartsWith("市") || run[at..].StartsWith("地区") || run[at..].StartsWith("国家")))
        {
            return run.IndexOf("均") > 0 || run.IndexOf("都") > 0 || run.IndexOf("合计") > 0 || run.IndexOf("相加") > 0 || run.IndexOf("总共") > 0;
        }

        return run.IndexOf("均") is > 0 and var each && !run[each..].StartsWith("均衡") && !(each > 0 && run[each - 1] is '人' or '平' or '年' or '日' or '户' or '月' or '亩' or '地') && Coordinated(new(start, start + each));
    }

    /// <summary>甲省、乙省…: two places at the head of the clause, joined.</summary>
    private bool Coordinated(TextSpan run)
    {
        var opening = trimmer.Opening(run);
        Mention? first = null;
        foreach (var mention in window.Within(run))
        {
            if (mention.Inside || mention.Type != EntityType.Place)
            {
                continue;
            }

            if (first is not null)
            {
                return mention.Span.Start == first.Span.End + 1 && paper.Text[first.Span.End] is '、' or '和' or '与';
            }

            first = mention.Span.Start <= opening ? mention : null;
            if (first is null)
            {
                return false;
            }
        }

        return false;
    }

    public static bool MayBeSubject(Mention mention) =>
        !mention.Inside && mention.Entity is not null && mention.Type is EntityType.Place or EntityType.Zone or EntityType.Organization or EntityType.Event;

    /// <summary>国内 of 国内生产总值, 国内外 and 国内领先 names no country; 甲馆 is the hall of 甲 at an exhibition.</summary>
    public static bool IsInWord(Paper paper, Mention mention)
    {
        var after = paper.Text.AsSpan(mention.Span.End);
        return (mention.Type == EntityType.Place && after.StartsWith("馆")) || paper.Text.AsSpan(mention.Span.Start, mention.Span.Length) is "国内" && (after.StartsWith("外") || after.StartsWith("生产") || after.StartsWith("领先") || after.StartsWith("一流") || after.StartsWith("首") || after.StartsWith("知名"));
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

    public bool IsField(Mention mention) => Array.Exists(Fields, field => paper.Text.AsSpan(mention.Span.Start, mention.Span.Length).SequenceEqual(field));

    /// <summary>甲集团董事长张三: the body stands there for its person.</summary>
    public bool NamesPost(Mention body, TextSpan clause)
    {
        if (body.Type != EntityType.Organization)
        {
            return false;
        }

        return window.NamesPerson(new(body.Span.End, clause.End));
    }

    /// <summary>Where the last 等 before the number ends: what stands before it only gives examples of what is counted.</summary>
    private int AfterExamples(int start, int end)
    {
        var etc = paper.Text.AsSpan(start, end - start).LastIndexOf('等');
        return etc < 0 ? start : start + etc + 1;
    }

    private int AfterComma(TextSpan run)
    {
        var comma = paper.Text.AsSpan(run.Start, run.Length).LastIndexOf('、');
        return comma < 0 ? run.Start : run.Start + comma + 1;
    }

    /// <summary>首期100亿元创新基金, 为期四天的展会: the fund or event named right after its size.</summary>
    private Mention? Following(Figure figure)
    {
        foreach (var mention in window.Within(new(figure.Quantity.Span.End, figure.Suffix.End)))
        {
            var named = figure.Quantity.UnitKind switch
            {
                Quantities.UnitKind.Money => mention.Type == EntityType.Organization,
                Quantities.UnitKind.Duration => mention.Type == EntityType.Event,
                _ => false,
            };
            if (named && mention.Entity is not null && mention.Span.Start <= figure.Quantity.Span.End + 3)
            {
                return mention;
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
}
