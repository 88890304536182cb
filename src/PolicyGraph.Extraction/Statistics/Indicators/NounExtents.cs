using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>Where the noun that a number counts ends: before what is said of it, its share of a whole, the second of two nouns.</summary>
internal sealed class NounExtents(IndicatorWords words)
{
    private const int LongestPhrase = 16;
    private const int LongestNoun = 10;

    /// <summary>Where the run of words ends that begins with the noun: at a mark or a digit, at most 16 characters on.</summary>
    public int EndOfPhrase(TextSpan noun)
    {
        var end = noun.End;
        while (
            end < words.Text.Length
            && !Clauses.IsBreak(words.Text, end)
            && words.Text[end] is not ('、' or '（')
            && !char.IsAsciiDigit(words.Text[end])
            && end - noun.Start < LongestPhrase
        )
        {
            end++;
        }

        return end;
    }

    /// <summary>18个国家和地区的代表团: the places are counted, not who comes from them.</summary>
    public TextSpan OfPlaces(TextSpan noun)
    {
        var run = words.Span(noun);
        var of = run.IndexOf('的');
        return of > 1 && FigureWords.PlaceClass.At(run, 0).Length == of ? new(noun.Start, noun.Start + of) : noun;
    }

    /// <summary>
    /// 31个省份为对象: the noun ends where something is said of it; of two long nouns (甲集群和乙产业) the first is counted.
    /// </summary>
    public TextSpan BeforePredicate(TextSpan noun)
    {
        var run = words.Span(noun);
        var end = run.IndexOf('为');
        if (end > 1 && run[end - 1] is not ('作' or '成' or '行' or '华'))
        {
            return new(noun.Start, noun.Start + end);
        }

        // 500强和龙头企业 and 甲企业和乙企业 are one kind of thing each.
        var pair = run.IndexOf('和');
        pair = pair > 1 && (run.Length > LongestNoun || run[pair..].IndexOf('的') > 1) ? pair : -1;
        return pair > 1 && run[pair - 1] is not ('中' or '强' or '级') && run[pair - 1] != run[^1] && run.IndexOf('、') < 0
            ? new(noun.Start, noun.Start + pair)
            : noun;
    }

    /// <summary>178家甲园区营业收入占全国的三成: the gardens are counted, their income has the share.</summary>
    public TextSpan WithoutShare(TextSpan noun)
    {
        var run = words.Span(noun);
        var share = run.IndexOf('占');
        if (share < 2)
        {
            // 9个项目总投资30亿元: what the next number measures is no part of the noun.
            var next =
                noun.End < words.Text.Length && char.IsAsciiDigit(words.Text[noun.End])
                    ? FigureWords.Amount.Before(run, run.Length).Length
                    : 0;
            return next > 0 && noun.Length - next > 1 ? new(noun.Start, noun.End - next) : noun;
        }

        var amount = FigureWords.Amount.Before(run[..share], share);
        return new(noun.Start, noun.Start + (share - amount.Length > 1 ? share - amount.Length : share));
    }

    public TextSpan UpToComma(TextSpan noun)
    {
        var comma = words.Span(noun).IndexOf('、');
        return comma > 1 ? new(noun.Start, noun.Start + comma) : noun;
    }
}
