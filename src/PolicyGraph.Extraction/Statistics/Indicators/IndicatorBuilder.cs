using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>Makes the indicator of a figure from the words around it: what is measured, without the subject and the period.</summary>
internal sealed class IndicatorBuilder
{
    private const int LongestIndicator = 40;
    private const string Added = "新增";
    private const string Cumulative = "累计";
    private static readonly char[] Edges = ['，', '、', '：', '；', '。', '—', '·', '的'];

    private readonly IndicatorWords _words;
    private readonly InheritedIndicators _inherited;
    private readonly RankIndicators _ranks;
    private readonly CountedNouns _nouns;

    public IndicatorBuilder(Paper paper, PhraseTrimmer trimmer)
    {
        _words = new(paper, trimmer);
        _inherited = new(_words);
        _ranks = new(_words, _inherited);
        _nouns = new(_words);
    }

    public string Build(Figure figure)
    {
        var shared = figure.Measured is { } measured && figure.Measure is Measure.Level or Measure.Growth or Measure.Change ? OfMembers(figure, measured) : "";
        var ruled = shared.Length > 0 ? shared : RuledIndicators.Build(figure, _words) is { Length: > 0 } rule ? rule : _inherited.Ordered(figure);
        var indicator = ruled.Length > 0 ? ruled : figure.Measure switch
        {
            Measure.Rank => _ranks.Build(figure),
            Measure.Growth => Moved(figure),
            Measure.Change when !Counted(figure) => Moved(figure),
            Measure.Share => ShareIndicators.Build(figure, _words, Stated(figure), () => InheritedIndicators.Grown(figure)?.Indicator ?? _inherited.Of(figure), _inherited.Sum(figure)),
            _ => Stated(figure),
        };
        indicator = Tidy(RuledTopics.Complete(figure, indicator.Length == 0 ? Inherited(figure) : indicator, _words));
        _inherited.Note(figure, indicator);
        return indicator;
    }

    /// <summary>Where nothing is said: the earlier indicator, an amount without the share and the total without 新增 of what it follows.</summary>
    private string Inherited(Figure figure)
    {
        var indicator = figure.Measure == Measure.Growth ? _inherited.Of(figure) : Total(_inherited.Of(figure));
        if (figure.Measure != Measure.Level)
        {
            return indicator;
        }

        var share = figure.Previous is { Measure: Measure.Share } ? indicator.IndexOf('占', StringComparison.Ordinal) : -1;
        indicator = share > 1 ? indicator[..share] : indicator;
        return _words.Span(figure.Prefix).Contains(Cumulative, StringComparison.Ordinal) && !indicator.Contains(Cumulative, StringComparison.Ordinal)
            ? Cumulative + indicator.Replace(Added, "", StringComparison.Ordinal)
            : indicator;
    }

    /// <summary>甲市、乙市收入分别为…, 甲市、乙市分别有3家、5家企业: what is measured of all members stands behind their names, the last number or 分别, else in an earlier clause.</summary>
    private string OfMembers(Figure figure, TextSpan measured)
    {
        var said = _words.Trimmed(measured, null);
        if (said.Length > 1)
        {
            return said;
        }

        var noun = figure.IsCount ? _words.Of(NounReader.Read(_words.Text, figure.ListLast!.Suffix).Noun) : "";
        var prefix = figure.ListHead!.Prefix;
        var each = _words.Span(prefix).IndexOf("分别");
        said = noun.Length > 1 || each < 0 ? noun : _words.WithoutVerb(_words.Trim(new(prefix.Start + each + 2, prefix.End), null));
        return said.Length > 1 ? said : _inherited.Of(figure.ListHead);
    }

    private string Listed(Figure figure, TextSpan member) => Owners.WithListed(
        _words.Trimmed(member, figure.SubjectSpan),
        _words.Trimmed(figure.ListHead?.Member ?? member, figure.SubjectSpan),
        _words.Trimmed(figure.LastMember ?? member, figure.SubjectSpan));

    /// <summary>甲年均增长5%，十年增加7亿元: the rise is of 甲, not of its yearly growth.</summary>
    private static string Total(string indicator) =>
        indicator.LastIndexOf("年均增", StringComparison.Ordinal) is > 1 and var yearly ? indicator[..yearly]
        : indicator.EndsWith("平均增长", StringComparison.Ordinal) && indicator.Length > 5 ? indicator[..^4] : indicator;

    /// <summary>新增5家企业 and 新增企业5家 name what is new; 增加5家 leaves it to the words before.</summary>
    private bool Counted(Figure figure) => figure.ChangeVerb.Length > 0 || _words.Span(figure.Prefix).Contains(Added, StringComparison.Ordinal) || figure.Suffix.Length > 1 || Measures.IsAddedToo(_words.Text, figure);

    private string Moved(Figure figure)
    {
        if (GapIndicators.Build(figure, _words, InheritedIndicators.Grown(figure)?.Indicator ?? "") is { Length: > 0 } gap)
        {
            return gap;
        }

        if (figure.Member is { } member)
        {
            // 2021和2022年分别增长3%、5%: the members are years, not what grew.
            return Listed(figure, member) is var listed && listed.All(char.IsAsciiDigit) ? _inherited.Of(figure) : listed;
        }

        var words = OnBase(figure, _words.Of(Lead(figure)));
        if (words.Length == 0 && _inherited.Glossed(figure) is { Length: > 1 } glossed)
        {
            return glossed;
        }

        if (words is "实际" or "名义" or "年" or "年增速" or "年增速持续")
        {
            return "";
        }

        if (words is "平均")
        {
            return Total(_inherited.Of(figure)) + "平均增长";
        }

        if (Measures.IsGap(words) || (FigureWords.Yearly.At(words, 0).Found && words.Length <= 6))
        {
            return Total(_inherited.Of(figure)) + words;
        }

        return words.Length > 1 ? Owners.WithPrevious(figure, _words.WithoutSubject(figure, words)) : "";
    }

    /// <summary>利率为，在基准利率的基础上上浮3个百分点: from what it moves is not what moves; that stands before.</summary>
    private string OnBase(Figure figure, string words)
    {
        var end = words.LastIndexOf("基础上", StringComparison.Ordinal) is >= 0 and var at ? at + 3 : words.EndsWith("基础", StringComparison.Ordinal) ? words.Length : -1;
        if (end < 0)
        {
            return words;
        }

        return words.Length - end > 1 ? words[end..] : figure.Kind == StatisticKind.Limit ? RuledTopics.Of(figure, _words) : "";
    }

    private string Stated(Figure figure)
    {
        var before = _words.Text.AsSpan(figure.Clause.Start, figure.Prefix.End - figure.Clause.Start);
        if (figure.Quantity.UnitKind == UnitKind.Duration && before.EndsWith("为期"))
        {
            return figure.Quantity.Unit is "天" or "日" ? "会期天数" : "期限";
        }

        if (figure.Quantity.Unit is "届")
        {
            return before.Contains("连续", StringComparison.Ordinal) ? "连续举办届数" : "举办届数";
        }

        if (figure is { SharesClause: true, Previous: { } part } && IsPart(figure) && IsPart(part))
        {
            return part.Indicator;
        }

        if (figure.Member is { } member)
        {
            return InList(figure, member);
        }

        if (figure is { SharesClause: true, Previous: { Indicator.Length: > 0, IsCount: var isCount } moved } && isCount == figure.IsCount && FigureWords.Reach.At(_words.Span(figure.Prefix), 0) is { Found: true } reach
            && (reach.Length == figure.Prefix.Length || _words.Text[figure.Prefix.Start + reach.Length] == '每'))
        {
            // 由每月300元提高到每月800元: what moves is named once.
            return moved.Indicator;
        }

        if (IsBase(figure))
        {
            return figure.Previous!.Indicator;
        }

        if (GrantIndicators.Build(figure, _words) is { Length: > 0 } grant)
        {
            return grant;
        }

        if (IsTown(figure))
        {
            return "辖" + _words.Text[figure.Suffix.Start];
        }

        var lead = Lead(figure, keepMovement: true);
        lead = figure.ChangeVerb.Length > 0 && _words.Span(lead).StartsWith(figure.ChangeVerb) ? new(lead.Start + figure.ChangeVerb.Length, lead.End) : lead;
        var counted = IsPart(figure) ? "" : _nouns.Build(figure, lead);
        return counted.Length > 0 ? counted : Named(figure, lead);
    }

    /// <summary>辖6镇3办: what is counted stands right after the number, without a counter.</summary>
    private bool IsTown(Figure figure) => figure.Quantity.UnitKind == UnitKind.None && figure.Suffix.Length > 0 && _words.Text[figure.Suffix.Start] is '镇' or '乡' or '办' or '街' or '村';

    /// <summary>较上届的48个增加19%: what the new number is held against.</summary>
    private bool IsBase(Figure figure)
    {
        var prefix = _words.Span(figure.Prefix);
        return figure.Previous is not null && prefix.Length > 2 && prefix[0] is '较' or '比' && (prefix[^1] == '的' || prefix.EndsWith("目标"));
    }

    /// <summary>三次产业之比为5：40：55: each number is a part of the one ratio.</summary>
    private bool IsPart(Figure figure) => figure.Quantity.UnitKind == UnitKind.None && Proportions.IsTerm(_words.Text, figure.Quantity.Number);

    /// <summary>The words before the number; of a condition (对研发投入超过5万元的企业) without the word that says for whom.</summary>
    private TextSpan Lead(Figure figure, bool keepMovement = false)
    {
        var lead = _words.Trim(figure.Prefix, figure.SubjectSpan, keepMovement);
        var rules = figure.Kind == StatisticKind.Limit && lead.Length > 2 && _words.Text[lead.Start] == '对' && !FigureWords.Protected.At(_words.Text, lead.Start).Found;
        return rules ? _words.Trim(new(lead.Start + 1, lead.End), figure.SubjectSpan, keepMovement) : lead;
    }

    /// <summary>What the words before the number name.</summary>
    private string Named(Figure figure, TextSpan lead)
    {
        var words = AfterExamples(_words.WithoutVerb(lead));
        words = words.Length > 1 ? _words.WithoutSubject(figure, words) : "";
        if (words is "折合" or "折合成" or "约合" or "合" && figure.Previous is { Indicator.Length: > 0 } converted)
        {
            return converted.Indicator;
        }

        if (words.StartsWith('按') && (words.EndsWith("计算", StringComparison.Ordinal) || words.EndsWith("折算", StringComparison.Ordinal) || words.EndsWith("测算", StringComparison.Ordinal)))
        {
            // 按平均汇率计算为6美元: how the number before it reads in another way.
            return figure.Previous?.Indicator ?? "";
        }

        if (words.Length > 0 && FigureWords.Aggregate.At(words, 0).Length == words.Length && words is not ("规模" or "总值"))
        {
            return _inherited.Of(figure).Replace(Added, "", StringComparison.Ordinal) + words;
        }

        if (figure is { IsCount: true, Previous: { IsCount: true } previous } && FigureWords.Stage.At(words, 0).Length == words.Length && words.Length > 0)
        {
            var noun = previous.Indicator;
            return words + noun[FigureWords.Stage.At(noun, 0).Length..];
        }

        if (PartAmounts.Whole(figure, words, _words) is { Length: > 0 } whole)
        {
            return whole + words;
        }

        if (Owners.Of(figure, words) is { Length: > 0 } owner)
        {
            return owner + words;
        }

        return Measures.IsAddedToo(_words.Text, figure) && words.Length > 1 && !words.Contains(Added, StringComparison.Ordinal) ? Added + words : words;
    }

    /// <summary>甲、乙等新兴产业项目: the noun after 等 names them all.</summary>
    private static string AfterExamples(string words)
    {
        var etc = words.LastIndexOf('等');
        return etc > 0 && etc < words.Length - 2 && words.Contains('、', StringComparison.Ordinal) ? words[(etc + 1)..] : words;
    }

    private string InList(Figure figure, TextSpan member)
    {
        var words = Listed(figure, member);
        return figure.ListHead!.Prefix.Contains(member) ? words : words + _words.Trimmed(figure.ListHead.Prefix, null);
    }

    private static string Tidy(string indicator)
    {
        indicator = AchievingVerbs.Remove(Asides.Remove(indicator).Trim(Edges)).Replace("分别", "", StringComparison.Ordinal);
        if (indicator.IndexOf("为每", StringComparison.Ordinal) is > 1 and var each && indicator.Length - each > 3)
        {
            // 使用费最高为每年每平方米3元: what the sum is for each of goes before what it is.
            indicator = indicator[(each + 1)..] + indicator[..each].Replace("最高", "", StringComparison.Ordinal);
        }

        return indicator.Length > LongestIndicator ? indicator[..LongestIndicator] : indicator;
    }
}
