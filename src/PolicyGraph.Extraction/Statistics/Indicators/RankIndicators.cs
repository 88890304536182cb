namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>Indicators of ranks: what is ranked, the field it is ranked in, 排名 (出口额全国排名).</summary>
internal sealed class RankIndicators(IndicatorWords words, InheritedIndicators inherited)
{
    public string Build(Figure figure)
    {
        if (InField(figure) is { Length: > 1 } within && inherited.Amount(figure) is { Length: > 0 } amount)
        {
            return $"{amount}{within}排名";
        }

        if (
            Among(figure) is { Length: > 2 } among
            && figure.Previous is { IsRank: false, Indicator.Length: > 1 } ranked
            && ranked.Clause.Overlaps(Clauses.Before(words.Text, figure.Sentence.Span, figure.Clause.Start))
        )
        {
            return $"{ranked.Indicator}{among}排名";
        }

        if (figure.Counterpart is { } counterpart)
        {
            var head = words.Span(figure.ListHead!.Prefix);
            return counterpart.Indicator + (counterpart.Measure == Model.Measure.Growth ? "增速" : "") + AnyField(head) + "排名";
        }

        var said = words.Trimmed(figure.Member ?? figure.Prefix, figure.SubjectSpan);
        said = said.TrimEnd('排');
        var field = Field(figure, ref said);
        said = said.TrimEnd('在');
        said =
            figure.Member is null && said.LastIndexOf('、') is > 0 and var joint && FigureWords.Rate.Before(said, said.Length).Found
                ? said[(joint + 1)..]
                : said;
        said = said[RankVerbs.LengthAtStart(said)..];
        var verb = RankVerbs.Start(said);
        said = verb > 0 ? said[..verb] : said;
        said = said.Length == 0 && figure.Member is null ? RateIn(words.Span(figure.Prefix)) : said;
        said =
            said.Length > 0 && FigureWords.Rate.At(said, 0).Length == said.Length
                ? (InheritedIndicators.Grown(figure, words.Text)?.Indicator ?? Inherited(figure)) + said
                : said;
        said = FigureWords.Aggregate.At(said, 0).Length == said.Length ? Inherited(figure) : said;
        var (noun, _) = NounReader.Read(words.Text, figure.Suffix);
        var isLarge = noun.Length > 1 && words.Text[figure.Quantity.Span.End - 1] == '大';
        said =
            isLarge ? words.Of(noun)
            : said.Length > 1 && !inherited.IsAmongCounted(figure) && !IsGeneric(figure, said) ? said
            : Inherited(figure);
        return said.Contains("排名", StringComparison.Ordinal) || said.Contains("位次", StringComparison.Ordinal)
            ? said
            : said + field + "排名";
    }

    /// <summary>甲市在全国同类城市中排名第二: the field, where the words say no more than it.</summary>
    private string InField(Figure figure)
    {
        var run = words.Of(words.Trim(figure.Prefix, figure.SubjectSpan, keepMovement: true));
        run = figure.SubjectSpan is null ? run : run[(run.IndexOf('在', StringComparison.Ordinal) is > 0 and var at ? at : 0)..];
        if (figure.Member is not null || run.Length < 3 || run[0] != '在')
        {
            return "";
        }

        var verb = RankVerbs.Start(run);
        return run[1..(verb > 1 ? verb : run.Length)].TrimEnd('中').Replace("排名", "", StringComparison.Ordinal);
    }

    /// <summary>收入6亿元，在全国城市中排名第七: the field with 中 behind it, where the clause says no more than that.</summary>
    private string Among(Figure figure)
    {
        var prefix = words.Span(figure.Prefix);
        var end = prefix.IndexOf('中');
        return
            prefix.StartsWith("在")
            && end > 2
            && (RankVerbs.LengthAtStart(prefix[(end + 1)..]) == prefix.Length - end - 1 || prefix[(end + 1)..] is "排名")
            ? prefix[1..end].ToString()
            : "";
    }

    /// <summary>新增9家，累计80家，居首位: what is ranked is the thing counted, with no 新增 or 累计.</summary>
    private string Inherited(Figure figure)
    {
        var indicator = inherited.Of(figure);
        return indicator.StartsWith("累计", StringComparison.Ordinal) || indicator.StartsWith("新增", StringComparison.Ordinal)
            ? indicator[2..]
            : indicator;
    }

    /// <summary>增速居全市第二: the rate goes with the words of movement, but it is what is ranked.</summary>
    private static string RateIn(ReadOnlySpan<char> prefix)
    {
        var rate = FigureWords.Rate.At(prefix, 0);
        return rate.Found && rate.Length < prefix.Length ? prefix[..rate.Length].ToString() : "";
    }

    private static string AnyField(ReadOnlySpan<char> prefix)
    {
        for (var i = 0; i < prefix.Length; i++)
        {
            if (FigureWords.RankField.At(prefix, i) is { Found: true } field)
            {
                return prefix.Slice(i, field.Length).ToString();
            }
        }

        return "";
    }

    /// <summary>居全国城市首位: the field stands right before the rank; it goes from the words before it.</summary>
    private string Field(Figure figure, ref string said)
    {
        var prefix = words.Span(figure.Prefix);
        var term = FigureWords.RankField.Before(said, said.Length);
        if (term.Found)
        {
            var field = said[^term.Length..];
            said =
                said.Length == term.Length ? ""
                : prefix.EndsWith(field) ? words.Trimmed(new(figure.Prefix.Start, figure.Prefix.End - field.Length), figure.SubjectSpan)
                : said[..^term.Length];
            return field;
        }

        term = FigureWords.RankField.Before(prefix, prefix.Length);
        return term.Found ? prefix[^term.Length..].ToString() : "";
    }

    /// <summary>以59.2的指标值位居第二: the words between name no more than the value before them does.</summary>
    private static bool IsGeneric(Figure figure, string said) =>
        figure.SharesClause && said.Length <= 4 && FigureWords.Index.Before(said, said.Length).Length == said.Length;
}
