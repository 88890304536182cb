using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Extraction.Statistics.Indicators;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// Names of a country or province beside a number of one of its parts: what the number is a share of, the field that it is ranked in, the
/// honour that it counts.
/// </summary>
internal sealed class WholeNames(Paper paper, ArticleFrames frames, MentionWindow window, SubjectNames names)
{
    /// <summary>甲区在全国157个开发区中列第9: the zones are the country's, whoever holds the rank.</summary>
    public Owner? OfField(Figure figure, TextSpan run)
    {
        if (!figure.IsCount || !paper.Text.AsSpan(figure.Quantity.Span.End, figure.Clause.End - figure.Quantity.Span.End).Contains('中'))
        {
            return null;
        }

        foreach (var mention in window.Within(run))
        {
            if (
                mention is { Inside: false, Entity: { } field }
                && mention.Span.End == figure.Quantity.Number.Start
                && names.IsField(mention.Span)
                && paper.Text.AsSpan(0, mention.Span.Start).EndsWith("在")
            )
            {
                figure.Prefix = new(mention.Span.Start, figure.Prefix.End);
                return new(field, mention.Span);
            }
        }

        return null;
    }

    /// <summary>甲省名牌产品288个 in the report of a city of that province: the words name the kind, what is counted is the city's.</summary>
    public bool IsHonour(Mention mention, Figure figure) =>
        figure is { IsCount: true, Measure: Measure.Level, IsRank: false }
        && frames[figure.Sentence.Article] is { IsOfPlace: true, Topic: { Type: EntityType.Place } home }
        && !ReferenceEquals(mention.Entity, home)
        && (TitlePlaces.IsCountry(mention.Entity!) || TitlePlaces.Holds(mention.Entity!, home))
        && mention.Span.End < figure.Quantity.Number.Start
        && paper.Text[mention.Span.End] is not ('共' or '有' or '的' or '仅' or '各');

    /// <summary>高于全省2个百分点、全市1个百分点: the second gap is of the same rate.</summary>
    public bool IsHeldAgainst(Mention mention, Figure figure) =>
        GapIndicators.IsSecond(paper.Text, figure) && mention.Span.End == figure.Quantity.Number.Start;

    /// <summary>占全国的37%, 全市的60%: the whole of which the number is a part.</summary>
    public bool IsBeside(Mention mention, Figure figure)
    {
        var between =
            figure.Quantity.Unit is "%" && mention.Span.End <= figure.Quantity.Span.Start
                ? paper.Text.AsSpan(mention.Span.End, figure.Quantity.Span.Start - mention.Span.End)
                : default;
        return (figure.Quantity is { UnitKind: UnitKind.None, Value: > 0m and < 1m } && mention.Span.End == figure.Quantity.Number.Start)
            || between is "的" or "的约" or "的近" or "的超";
    }
}
