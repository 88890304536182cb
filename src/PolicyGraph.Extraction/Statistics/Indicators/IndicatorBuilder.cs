using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>Makes the indicator of a figure from the words around it: what is measured, without the subject and the period.</summary>
internal sealed class IndicatorBuilder
{
    private const int LongestIndicator = 40;
    private const int LongestTerm = 7;
    private const string Cumulative = "累计";
    private static readonly char[] Edges = ['，', '、', '：', '；', '。', '—', '·', '的'];

    /// <summary>展位共, 秘书长也: what leads over to a verb that is no part of the indicator.</summary>
    private static readonly char[] Adverbs = ['共', '也', '都', '将', '已', '还', '仍'];

    private const int ShortestPhrase = 2;

    private readonly IndicatorWords _words;
    private readonly InheritedIndicators _inherited;
    private readonly RankIndicators _ranks;
    private readonly MovedIndicators _moved;
    private readonly StatedIndicators _stated;

    public IndicatorBuilder(Paper paper, PhraseTrimmer trimmer)
    {
        _words = new(paper, trimmer);
        _inherited = new(_words);
        _ranks = new(_words, _inherited);
        var leads = new FigureLeads(_words);
        _moved = new(_words, leads, _inherited);
        _stated = new(_words, leads, _inherited);
    }

    public string Build(Figure figure)
    {
        var shared =
            figure.Measured is { } measured && figure.Measure is Measure.Level or Measure.Growth or Measure.Change
                ? OfMembers(figure, measured)
                : "";
        var ruled =
            shared.Length > 0 ? shared
            : RuledIndicators.Build(figure, _words) is { Length: > 0 } rule ? rule
            : _inherited.Ordered(figure);
        var indicator =
            ruled.Length > 0
                ? ruled
                : figure.Measure switch
                {
                    Measure.Rank => _ranks.Build(figure),
                    Measure.Growth => _moved.Build(figure),
                    Measure.Change when !Counted(figure) => _moved.Build(figure),
                    Measure.Share => ShareIndicators.Build(
                        figure,
                        _words,
                        _stated.Build(figure),
                        () => InheritedIndicators.Grown(figure, _words.Text)?.Indicator ?? _inherited.Of(figure),
                        _inherited.Sum(figure)
                    ),
                    _ => _stated.Build(figure),
                };
        indicator = Tidy(RuledTopics.Complete(figure, indicator.Length == 0 ? Inherited(figure) : indicator, _words));

        // 按可比价计算增长9%: where no more is said than how the number was worked out.
        indicator = indicator.Length == 0 ? Tidy(Inherited(figure)) : indicator;
        indicator = PairedNouns.Split(_words.Text, figure, indicator);
        _inherited.Note(figure, indicator);
        return indicator;
    }

    /// <summary>
    /// Where nothing is said: the earlier indicator, an amount without the share and the total without 新增 of what it follows.
    /// </summary>
    private string Inherited(Figure figure)
    {
        var indicator = figure.Measure == Measure.Growth ? _inherited.Of(figure) : MovedIndicators.Total(_inherited.Of(figure));
        if (figure.Measure != Measure.Level)
        {
            return indicator;
        }

        var share = figure.Previous is { Measure: Measure.Share } ? indicator.IndexOf('占', StringComparison.Ordinal) : -1;
        indicator = share > 1 ? indicator[..share] : indicator;
        return
            _words.Span(figure.Prefix).Contains(Cumulative, StringComparison.Ordinal)
            && !indicator.Contains(Cumulative, StringComparison.Ordinal)
            ? Cumulative + WithoutNew(indicator)
            : indicator;
    }

    /// <summary>新认定甲 → 甲, 新增甲 → 甲: all of them are no new ones.</summary>
    private static string WithoutNew(string indicator)
    {
        indicator = indicator.Replace(FigureLeads.Added, "", StringComparison.Ordinal);
        return
            indicator.Length > 4
            && indicator[0] == '新'
            && FigureWords.Verb.At(indicator, 1) is { Found: true } verb
            && verb.Length + 1 < indicator.Length
            ? indicator[(verb.Length + 1)..]
            : indicator;
    }

    /// <summary>
    /// 甲市、乙市收入分别为…, 甲市、乙市分别有3家、5家企业: what is measured of all members stands behind their names, the last number or
    /// 分别, else in an earlier clause.
    /// </summary>
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

    /// <summary>新增5家企业 and 新增企业5家 name what is new; 增加5家 leaves it to the words before.</summary>
    private bool Counted(Figure figure) =>
        figure.ChangeVerb.Length > 0
        || _words.Span(figure.Prefix).Contains(FigureLeads.Added, StringComparison.Ordinal)
        || figure.Suffix.Length > 1
        || Measures.IsAddedToo(_words.Text, figure);

    private static string Tidy(string indicator)
    {
        indicator = AchievingVerbs.Remove(Asides.Remove(indicator).Trim(Edges)).Replace("分别", "", StringComparison.Ordinal);
        indicator = indicator.Length > ShortestPhrase ? indicator.TrimEnd(Adverbs) : indicator;
        if (
            indicator.Length > 4
            && indicator[^2] == '每'
            && indicator.LastIndexOf("为每", StringComparison.Ordinal) is var term
            && (term > 0 || (term = indicator.LastIndexOf("达到", StringComparison.Ordinal)) > 0)
            && indicator.Length - term < LongestTerm
        )
        {
            // 标准为每月500元, 达到人均每月500元: the verb is no part of the term.
            return indicator[..term] + indicator[(term + (indicator[term] == '为' ? 1 : 2))..];
        }

        if (indicator.IndexOf("为每", StringComparison.Ordinal) is > 1 and var each && indicator.Length - each > 3)
        {
            // 使用费最高为每年每平方米3元: what the sum is for each of goes before what it is.
            indicator = indicator[(each + 1)..] + indicator[..each].Replace("最高", "", StringComparison.Ordinal);
        }

        return indicator.Length > LongestIndicator ? indicator[..LongestIndicator] : indicator;
    }
}
