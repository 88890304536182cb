using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>Makes the indicator of a figure from the words around it: what is measured, without the subject and the period.</summary>
internal sealed class IndicatorBuilder(Paper paper)
{
    private const int LongestIndicator = 40;
    private const int LongestKept = 10;
    private static readonly string[] RankFields = ["全国", "全球", "世界", "全省", "全市", "亚洲", "中部", "西部", "东部", "国内"];
    private readonly PhraseTrimmer _trimmer = new(paper);

    private string Text => paper.Text;

    public string Build(Figure figure)
    {
        var indicator = figure.Measure switch
        {
            Measure.Rank => Ranked(figure),
            Measure.Growth => Moved(figure),
            Measure.Change when !Counted(figure) => Moved(figure),
            Measure.Share => ShareIndicators.Build(figure, Text, Stated(figure), () => Grown(figure)?.Indicator ?? Inherited(figure)),
            _ => Stated(figure),
        };
        if (indicator.Length == 0)
        {
            indicator = Inherited(figure);
            var share = figure is { Measure: Measure.Level, Previous.Measure: Measure.Share } ? indicator.IndexOf('占', StringComparison.Ordinal) : -1;
            indicator = share > 1 ? indicator[..share] : indicator;
        }

        return Tidy(indicator);
    }

    /// <summary>新增5家企业 and 新增企业5家 name what is new; 增加5家 leaves it to the words before.</summary>
    private bool Counted(Figure figure) => Text.AsSpan(figure.Prefix.Start, figure.Prefix.Length).Contains("新增", StringComparison.Ordinal) || figure.Suffix.Length > 1;

    private string Moved(Figure figure)
    {
        if (figure.Member is { } member)
        {
            return Words(_trimmer.Trim(member, figure.SubjectSpan));
        }

        var words = Words(_trimmer.Trim(figure.Prefix, figure.SubjectSpan));
        if (Measures.IsGap(words))
        {
            return Inherited(figure) + words;
        }

        if (words.StartsWith("年均", StringComparison.Ordinal) && words.Length <= 6)
        {
            return Inherited(figure) + words;
        }

        return words.Length > 1 ? WithoutSubject(figure, words) : "";
    }

    private string Ranked(Figure figure)
    {
        var words = figure.Member is { } member ? Words(_trimmer.Trim(member, figure.SubjectSpan)) : Words(_trimmer.Trim(figure.Prefix, figure.SubjectSpan));
        var field = "";
        foreach (var name in RankFields)
        {
            if (words.EndsWith(name, StringComparison.Ordinal) || Text.AsSpan(figure.Prefix.Start, figure.Prefix.Length).EndsWith(name, StringComparison.Ordinal))
            {
                field = name;
                words = words.EndsWith(name, StringComparison.Ordinal) ? Words(_trimmer.Trim(new(figure.Prefix.Start, figure.Prefix.End - name.Length), figure.SubjectSpan)) : words;
            }
        }

        words = words[RankVerbs.LengthAtStart(words)..];
        var verb = RankVerbs.Start(words);
        words = verb > 0 ? words[..verb] : words;
        words = words is "总量" or "总数" or "规模" or "总值" ? Inherited(figure) : words;
        var (noun, _) = NounReader.Read(Text, figure.Suffix);
        var isLarge = noun.Length > 1 && Text[figure.Quantity.Span.End - 1] == '大';
        words = isLarge ? Words(noun) : words.Length > 1 && !IsAmongCounted(figure) && !IsGeneric(figure, words) ? words : Inherited(figure);
        return words.Contains("排名", StringComparison.Ordinal) || words.Contains("位次", StringComparison.Ordinal) ? words : words + field + "排名";
    }

    /// <summary>以59.2的指标值位居第二: the words between name no more than the value before them does.</summary>
    private static bool IsGeneric(Figure figure, string words) => figure.SharesClause && words.Length <= 4 && FigureWords.Index.Before(words, words.Length).Length == words.Length;

    /// <summary>在全国72个城市中位列第24位: the count before the rank is its field, not what is ranked.</summary>
    private bool IsAmongCounted(Figure figure) =>
        figure is { SharesClause: true, Previous.IsRank: false, Previous.IsCount: true } && Text.AsSpan(figure.Prefix.Start, figure.Prefix.Length).Contains('中');

    private string Stated(Figure figure)
    {
        if (figure.Quantity.UnitKind == UnitKind.Duration && Text.AsSpan(figure.Clause.Start, figure.Prefix.End - figure.Clause.Start).EndsWith("为期"))
        {
            return "为期天数";
        }

        if (figure.Member is { } member)
        {
            return InList(figure, member);
        }

        var lead = _trimmer.Trim(figure.Prefix, figure.SubjectSpan, keepMovement: true);
        var (noun, said) = NounReader.Read(Text, figure.Suffix);
        if (Sized(figure) is { Length: > 0 } sized)
        {
            return sized;
        }

        if (noun.Length > 1 && (figure.IsCount || lead.Length < 2 || Text.AsSpan(lead.Start, lead.Length).Contains('、') || Owns(figure, said)))
        {
            noun = figure.IsCount ? noun : UpToComma(noun);
            var before = Text.AsSpan(figure.Prefix.Start, figure.Prefix.Length).EndsWith("等") ? "" : Kept(WithoutSubject(figure, WithoutVerb(lead)));
            var head = NounReader.Head(Text, BeforePredicate(noun));
            var generic = FigureWords.Index.Before(Words(head), head.Length).Found;
            head = head.Length > 2 && Text[head.End - 1] == '中' && !Text.AsSpan(0, head.End).EndsWith("中心") ? new(head.Start, head.End - 1) : head;
            return generic ? Framed(figure, Words(head)) : before.Length > 1 || said.IsEmpty || !Tells(said) ? before + Words(head) : Said(said, head);
        }

        var words = AfterExamples(WithoutVerb(lead));
        words = words.Length > 1 ? WithoutSubject(figure, words) : "";
        return words is "总数" or "总量" or "总额" or "累计" or "总规模" ? Inherited(figure).Replace("新增", "", StringComparison.Ordinal) + words : words;
    }

    /// <summary>每天运送1.6亿吨货物, 95%以上的县区: the amount belongs to the noun after it.</summary>
    private bool Owns(Figure figure, TextSpan said) =>
        figure.Quantity.UnitKind == UnitKind.Percent ? figure.Suffix.Length > 2 && Text[figure.Suffix.Start] == '的' : said.IsEmpty && figure.Quantity.UnitKind != UnitKind.Point;

    /// <summary>甲、乙等新兴产业项目: the noun after 等 names them all.</summary>
    private static string AfterExamples(string words)
    {
        var etc = words.LastIndexOf('等');
        return etc > 0 && etc < words.Length - 2 && words.Contains('、', StringComparison.Ordinal) ? words[(etc + 1)..] : words;
    }

    /// <summary>Of the words before a counted noun only short ones that qualify it stay (每个行业, 新认定).</summary>
    private static string Kept(string words) =>
        words.Length > LongestKept || words is "全球" or "世界" or "全世界" or "国内外" or "各地" || words.Any(char.IsAsciiDigit) || words.AsSpan().IndexOfAny("、，“”（）") >= 0 ? "" : words;

    /// <summary>以59.2的指标值: what the value is of stands in the frame before (在甲领域).</summary>
    private string Framed(Figure figure, string noun)
    {
        var before = Clauses.Before(Text, figure.Sentence.Span, figure.Clause.Start);
        var frame = before.IsEmpty ? "" : Frame(Words(_trimmer.Trim(before, null)));
        return frame.Length is 0 or > 16 ? noun : FigureWords.Index.Before(frame, frame.Length).Found ? frame : frame + noun;
    }

    /// <summary>36亿元额度的授信协议: the size belongs to the noun after it.</summary>
    private string Sized(Figure figure)
    {
        var suffix = Text.AsSpan(figure.Suffix.Start, figure.Suffix.Length);
        foreach (var word in (string[])["额度的", "规模的", "金额的"])
        {
            if (suffix.StartsWith(word) && suffix.Length > word.Length + 1)
            {
                return suffix[word.Length..].ToString() + word[..2];
            }
        }

        return "";
    }

    private bool Tells(TextSpan said) => FigureWords.Said.At(Text.AsSpan(0, said.End), said.Start).Found;

    /// <summary>31个省份为对象: the noun ends where something is said of it; of a long pair (甲和乙) the first is counted.</summary>
    private TextSpan BeforePredicate(TextSpan noun)
    {
        var words = Text.AsSpan(noun.Start, noun.Length);
        var end = words.IndexOf('为');
        if (end > 1 && words[end - 1] is not ('作' or '成' or '行' or '华'))
        {
            return new(noun.Start, noun.Start + end);
        }

        var pair = words.Length > LongestKept ? words.IndexOf('和') : -1;
        return pair > 2 && words[pair - 1] != '中' && words.IndexOf('、') < 0 ? new(noun.Start, noun.Start + pair) : noun;
    }

    private TextSpan UpToComma(TextSpan noun)
    {
        var comma = Text.AsSpan(noun.Start, noun.Length).IndexOf('、');
        return comma > 1 ? new(noun.Start, noun.Start + comma) : noun;
    }

    /// <summary>12项产品入选名录 → 入选名录产品; 1个项目来自甲国 → 来自甲国的项目.</summary>
    private string Said(TextSpan said, TextSpan noun)
    {
        var words = Words(said).TrimEnd('、', '和', '与');
        if (words.StartsWith("分别来自", StringComparison.Ordinal))
        {
            return Words(noun);
        }

        return words.Length > 1 ? words + (words.StartsWith("来自", StringComparison.Ordinal) ? "的" : "") + Words(noun) : Words(noun);
    }

    private string InList(Figure figure, TextSpan member)
    {
        var words = Words(_trimmer.Trim(member, figure.SubjectSpan));
        var shared = Words(_trimmer.Trim(figure.ListHead!.Prefix, null));
        var outside = !figure.ListHead.Prefix.Contains(member);
        return outside ? words + shared : words;
    }

    /// <summary>Where the number's own clause names nothing: the figure before it, the clause before it.</summary>
    private string Inherited(Figure figure)
    {
        if (figure.Clause.Start > 2 && IsBracketed(figure) && SameKindBefore(figure) is { } peer)
        {
            var name = Clauses.Around(Text, figure.Sentence.Span, new(figure.Clause.Start - 2, figure.Clause.Start - 1));
            var from = Text.AsSpan(name.Start, figure.Clause.Start - 1 - name.Start).LastIndexOf("来自");
            return from < 0 ? peer.Indicator : $"来自{Text[(LastJoint(name.Start + from + 2, figure.Clause.Start - 1))..(figure.Clause.Start - 1)]}的{AfterFrom(peer.Indicator)}";
        }

        if (IsAmongCounted(figure) && figure.Previous?.Previous is { Indicator.Length: > 0 } ranked)
        {
            return ranked.Indicator;
        }

        if (figure.Measure is Measure.Growth && Grown(figure) is { } grown)
        {
            return grown.Indicator;
        }

        if (figure.Previous is { Indicator.Length: > 0 } previous && (figure.SharesClause || IsBracketed(figure)
            || figure.Measure is Measure.Growth or Measure.Change
            || (figure.IsRank && previous.Clause.Overlaps(Clauses.Before(Text, figure.Sentence.Span, figure.Clause.Start)))))
        {
            return previous.Indicator;
        }

        for (var clause = figure.Clause; ;)
        {
            var before = Clauses.Before(Text, figure.Sentence.Span, clause.Start);
            if (before.IsEmpty || before.Start >= clause.Start)
            {
                return figure.Previous?.Indicator ?? "";
            }

            var words = Words(_trimmer.Trim(before, figure.SubjectSpan));
            if (words.Length > 1)
            {
                return figure.Previous is { Indicator.Length: > 0 } last && last.Clause.Overlaps(before) ? last.Indicator : Frame(words);
            }

            clause = before;
        }
    }

    /// <summary>从甲指数来看, 在甲领域, 在甲方面: the frame names what the number after it measures.</summary>
    private static string Frame(string words)
    {
        foreach (var end in (string[])["来看", "看", "方面", "上"])
        {
            words = words.EndsWith(end, StringComparison.Ordinal) && words.Length > end.Length + 1 ? words[..^end.Length] : words;
        }

        return words;
    }

    /// <summary>What a rate of growth without words of its own is of: the last amount, not its rank or share.</summary>
    private static Figure? Grown(Figure figure)
    {
        for (var earlier = figure.Previous; earlier is not null; earlier = earlier.Previous)
        {
            if (earlier is { IsRank: false, Measure: not Measure.Share, Indicator.Length: > 0 })
            {
                return earlier;
            }
        }

        return null;
    }

    /// <summary>来自甲省的项目 → 项目.</summary>
    private static string AfterFrom(string indicator) => indicator[(indicator.LastIndexOf('的') + 1)..];

    private int LastJoint(int start, int end)
    {
        var joint = Text.AsSpan(start, end - start).LastIndexOf('、');
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

    private bool IsBracketed(Figure figure) => figure.Clause.Start > 0 && Text[figure.Clause.Start - 1] == '（';

    private string WithoutVerb(TextSpan run)
    {
        var span = Text.AsSpan(0, run.End);
        var start = run.Start;
        start += run.Length > 3 && Text[start] == '有' && !"效限色机线关".Contains(Text[start + 1]) ? 1 : 0;
        while (start < run.End && FigureWords.Verb.At(span, start) is { Found: true } verb)
        {
            start += verb.Length;
            start += start < run.End && Text[start] == '了' ? 1 : 0;
        }

        var end = run.End;
        while (end > start && FigureWords.Verb.Before(Text.AsSpan(start, end - start), end - start) is { Found: true } verb)
        {
            end -= verb.Length;
        }

        return Text[start..end];
    }

    private string WithoutSubject(Figure figure, string words)
    {
        if (figure.SubjectSpan is not { } span || !figure.Prefix.Contains(span))
        {
            return words;
        }

        var name = Text[span.Start..span.End];
        return words.Length > name.Length + 1 ? words.Replace(name, "", StringComparison.Ordinal) : words;
    }

    private string Words(TextSpan span) => Text[span.Start..Math.Max(span.Start, span.End)];

    private static string Tidy(string indicator)
    {
        indicator = indicator.Trim('，', '、', '：', '；', '。', '—', '·', '的');
        return indicator.Length > LongestIndicator ? indicator[..LongestIndicator] : indicator;
    }
}
