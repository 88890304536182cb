using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>
/// How sure a row is, from 0.6 to 0.97: less for each field that its own sentence does not say, and for words that had to be put together.
/// Set by how often such rows were right on annotated papers.
/// </summary>
internal static class Confidences
{
    private const double Surest = 0.97;
    private const double Least = 0.6;
    private const int LongIndicator = 14;

    /// <param name="text">The squeezed text.</param>
    /// <param name="figure">With all its fields but the period.</param>
    /// <param name="frame">Of its article.</param>
    /// <param name="time">What its own sentence dates it by, or null.</param>
    /// <param name="period">The period that it was given, or null.</param>
    public static double Of(string text, Figure figure, ArticleFrame frame, TimeExpression? time, string? period)
    {
        var isFramed = frame.IsReport || frame.Rules != RuleKind.None;
        var doubt = 0.0;
        doubt += SaysIndicator(text, figure) ? 0.0 : 0.04;
        doubt += figure.Indicator.Length > LongIndicator ? 0.03 : 0.0;
        doubt += figure.SubjectSpan is not null || isFramed ? 0.0 : OfTaken(figure.Subject);
        doubt += time is not null || isFramed ? 0.0 : OfTaken(period);
        doubt += figure.Kind is StatisticKind.Target or StatisticKind.Forecast && !isFramed ? 0.05 : 0.0;
        doubt += figure.Sentence.IsHeading ? 0.06 : 0.0;
        doubt += figure.Kind == StatisticKind.Limit && figure.Measure == Measure.Share ? 0.04 : 0.0;
        return Math.Round(Math.Max(Least, Surest - doubt), 2);
    }

    /// <summary>A place that an article is about is seldom another; which event, firm or nobody is meant is less plain.</summary>
    private static double OfTaken(Entity? subject) =>
        subject switch
        {
            { Type: EntityType.Place } => 0.01,
            { Type: EntityType.Zone } => 0.03,
            { Type: EntityType.Event } => 0.06,
            _ => 0.07,
        };

    /// <summary>A release's months hold for all of it; a year may be another's, a day mostly is an event's.</summary>
    private static double OfTaken(string? period) =>
        period switch
        {
            { Length: 15 } => 0.01,
            null => 0.04,
            { Length: 4 } => 0.05,
            _ => 0.07,
        };

    /// <summary>True where the clause has the words of the indicator as they stand.</summary>
    private static bool SaysIndicator(string text, Figure figure) =>
        text.AsSpan(figure.Clause.Start, Math.Max(0, figure.Clause.Length)).Contains(figure.Indicator, StringComparison.Ordinal);
}
