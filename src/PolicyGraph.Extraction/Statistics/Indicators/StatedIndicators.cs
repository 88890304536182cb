using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>Indicators of levels and counts: how long, what is given, the noun that is counted, the words before the number.</summary>
internal sealed class StatedIndicators(IndicatorWords reader, FigureLeads leads, InheritedIndicators inherited)
{
    private readonly CountedNouns _nouns = new(reader);

    public string Build(Figure figure) =>
        Lasting(figure)
        ?? OfRatio(figure)
        ?? (figure.Member is { } member ? InList(figure, member) : null)
        ?? OfMoved(figure)
        ?? Given(figure)
        ?? OfLead(figure);

    /// <summary>为期3天, 连续举办5届: what is measured is how long or how often.</summary>
    private string? Lasting(Figure figure)
    {
        var before = reader.Text.AsSpan(figure.Clause.Start, figure.Prefix.End - figure.Clause.Start);
        if (figure.Quantity.UnitKind == UnitKind.Duration && before.EndsWith("为期"))
        {
            return figure.Quantity.Unit is "天" or "日" ? "会期天数" : "期限";
        }

        if (figure.Quantity.UnitKind == UnitKind.Duration && before.EndsWith("历时"))
        {
            return figure.Quantity.Unit is "天" or "日" ? "历时天数" : "历时";
        }

        return figure.Quantity.Unit is not "届" ? null
            : before.Contains("连续", StringComparison.Ordinal) ? "连续举办届数"
            : "举办届数";
    }

    private string? OfRatio(Figure figure) =>
        figure is { SharesClause: true, Previous: { } part } && IsPart(figure) && IsPart(part) ? part.Indicator : null;

    /// <summary>由每月300元提高到每月800元, 由5亿元增加到2017年8亿元, 较上届的48个增加: what moves is named once.</summary>
    private string? OfMoved(Figure figure)
    {
        if (
            figure is { SharesClause: true, Previous: { Indicator.Length: > 0, IsCount: var isCount } moved }
            && isCount == figure.IsCount
            && FigureWords.Reach.At(reader.Span(figure.Prefix), 0) is { Found: true } reach
            && (
                reader.Trim(new(figure.Prefix.Start + reach.Length, figure.Prefix.End), null).Length == 0
                || reader.Text[figure.Prefix.Start + reach.Length] == '每'
            )
        )
        {
            return moved.Indicator;
        }

        return IsBase(figure) ? figure.Previous!.Indicator : null;
    }

    private string? Given(Figure figure) =>
        GrantIndicators.Build(figure, reader) is { Length: > 0 } grant ? grant
        : IsTown(figure) ? "辖" + reader.Text[figure.Suffix.Start]
        : null;

    private string OfLead(Figure figure)
    {
        var lead = leads.Of(figure, keepMovement: true);
        lead =
            figure.ChangeVerb.Length > 0 && reader.Span(lead).StartsWith(figure.ChangeVerb)
                ? new(lead.Start + figure.ChangeVerb.Length, lead.End)
                : lead;
        var counted = IsPart(figure) ? "" : _nouns.Build(figure, lead);
        return counted.Length > 0 ? counted : Named(figure, lead);
    }

    /// <summary>辖6镇3办: what is counted stands right after the number, without a counter.</summary>
    private bool IsTown(Figure figure) =>
        figure.Quantity.UnitKind == UnitKind.None
        && figure.Suffix.Length > 0
        && reader.Text[figure.Suffix.Start] is '镇' or '乡' or '办' or '街' or '村';

    /// <summary>较上届的48个增加19%: what the new number is held against.</summary>
    private bool IsBase(Figure figure)
    {
        var prefix = reader.Span(figure.Prefix);
        return figure.Previous is not null
            && prefix.Length > 2
            && prefix[0] is '较' or '比'
            && (prefix[^1] == '的' || prefix.EndsWith("目标"));
    }

    /// <summary>三次产业之比为5：40：55: each number is a part of the one ratio.</summary>
    private bool IsPart(Figure figure) =>
        figure.Quantity.UnitKind == UnitKind.None && Proportions.IsTerm(reader.Text, figure.Quantity.Number);

    /// <summary>What the words before the number name.</summary>
    private string Named(Figure figure, TextSpan lead)
    {
        var words = AfterExamples(reader.WithoutVerb(lead));
        words = words.Length > 1 ? reader.WithoutSubject(figure, words) : "";
        if (OfEarlier(figure, words) is { } earlier)
        {
            return earlier;
        }

        if (PartAmounts.Whole(figure, words, reader) is { Length: > 0 } whole)
        {
            return whole + words;
        }

        if (Owners.Of(figure, words) is { Length: > 0 } owner)
        {
            return owner + words;
        }

        words = Owners.WithBranch(figure, words, reader);
        return Measures.IsAddedToo(reader.Text, figure) && words.Length > 1 && !words.Contains(FigureLeads.Added, StringComparison.Ordinal)
            ? FigureLeads.Added + words
            : words;
    }

    /// <summary>
    /// Words that read the amount before them in another way, sum it up or are a part of it: what they measure is its; null where they say
    /// something of their own.
    /// </summary>
    private string? OfEarlier(Figure figure, string words)
    {
        if (words is "折合" or "折合成" or "约合" or "合" && figure.Previous is { Indicator.Length: > 0 } converted)
        {
            return converted.Indicator;
        }

        if (
            words.Length is > 1 and < 6
            && words[^2] == '每'
            && (words[0] == '每' || words.StartsWith("人均", StringComparison.Ordinal))
            && figure.Previous is { IsCount: false, Indicator.Length: > 0 } paid
        )
        {
            // 补助标准为每月500元、每年6000元: another term for the same.
            return paid.Indicator;
        }

        if (
            words.StartsWith('按')
            && (
                words.EndsWith("计算", StringComparison.Ordinal)
                || words.EndsWith("折算", StringComparison.Ordinal)
                || words.EndsWith("测算", StringComparison.Ordinal)
            )
        )
        {
            // 按平均汇率计算为6美元: how the number before it reads in another way.
            return figure.Previous?.Indicator ?? "";
        }

        if (
            figure is { Kind: StatisticKind.Target, Previous.Indicator.Length: > 0 }
            && words.Length is > 2 and < 8
            && words.IndexOf('年', StringComparison.Ordinal) is 0 or 1
            && (words.EndsWith("任务", StringComparison.Ordinal) || words.EndsWith("计划", StringComparison.Ordinal))
        )
        {
            return inherited.Of(figure) + words;
        }

        if (words.Length > 0 && FigureWords.Aggregate.At(words, 0).Length == words.Length && words is not ("规模" or "总值"))
        {
            return inherited.Of(figure).Replace(FigureLeads.Added, "", StringComparison.Ordinal) + words;
        }

        if (
            figure is { IsCount: true, Previous: { IsCount: true } previous }
            && FigureWords.Stage.At(words, 0).Length == words.Length
            && words.Length > 0
        )
        {
            var noun = previous.Indicator;
            return words + noun[FigureWords.Stage.At(noun, 0).Length..];
        }

        return null;
    }

    /// <summary>甲、乙等新兴产业项目: the noun after 等 names them all.</summary>
    private static string AfterExamples(string words)
    {
        var etc = words.LastIndexOf('等');
        return etc > 0 && etc < words.Length - 2 && words.Contains('、', StringComparison.Ordinal) ? words[(etc + 1)..] : words;
    }

    private string InList(Figure figure, TextSpan member)
    {
        var words = leads.Listed(figure, member);
        var head = reader.Span(figure.ListHead!.Prefix);
        if (figure.Kind == StatisticKind.Limit && (head.IndexOf("给予") >= 0 || head.IndexOf("分别奖励") >= 0))
        {
            // 对国家级、省级中心，分别给予5万元、1万元资助: what each is given stands behind the last sum.
            var given = reader.Of(NounReader.Read(reader.Text, (figure.ListLast ?? figure).Suffix).Noun);
            return words.TrimStart('对') + (given.Length > 1 ? given : "奖励");
        }

        return figure.ListHead!.Prefix.Contains(member) ? words : words + reader.Trimmed(figure.ListHead.Prefix, null);
    }
}
