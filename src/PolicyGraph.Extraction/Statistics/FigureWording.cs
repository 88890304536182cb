using PolicyGraph.Extraction.Quantities;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>A figure with the words around it and the time that holds for it: what its kind is read from.</summary>
/// <param name="time">The time of its own sentence that holds for it, or null.</param>
internal readonly ref struct FigureWording(string text, Figure figure, ArticleFrame frame, TimeExpression? time)
{
    public Figure Figure { get; } = figure;

    public ArticleFrame Frame { get; } = frame;

    public TimeExpression? Time { get; } = time;

    /// <summary>The clause with the number.</summary>
    public ReadOnlySpan<char> Clause { get; } = text.AsSpan(figure.Clause.Start, figure.Clause.Length);

    /// <summary>The clause up to the number.</summary>
    public ReadOnlySpan<char> Before { get; } = text.AsSpan(figure.Clause.Start, figure.Quantity.Number.Start - figure.Clause.Start);

    /// <summary>The clause up to the number, from where the figure before it ends.</summary>
    public ReadOnlySpan<char> Own { get; } = text.AsSpan(figure.Prefix.Start, figure.Prefix.Length);

    public ReadOnlySpan<char> Sentence { get; } = text.AsSpan(figure.Sentence.Span.Start, figure.Sentence.Span.Length);

    /// <summary>The sentence up to the quantity's end.</summary>
    public ReadOnlySpan<char> Lead { get; } =
        text.AsSpan(figure.Sentence.Span.Start, figure.Quantity.Span.End - figure.Sentence.Span.Start);

    /// <summary>已, 累计 before the number: it is done.</summary>
    public bool IsDone => AimWords.IsDone(Own);

    /// <summary>目前, 自2018年起, 截至6月底: the time says how things stand, or since when.</summary>
    public bool IsStanding => Time is { Role: TimeRole.Open or TimeRole.Since or TimeRole.AsOf };

    /// <summary>到2030年, said before then.</summary>
    public bool IsDue => Time is { Role: TimeRole.By } && KindTimes.IsAhead(Time, Frame);

    /// <summary>A time gone by, which is not that from which a rule holds.</summary>
    public bool IsOfThePast(string text) =>
        Time is not null && Time.Role != TimeRole.By && KindTimes.IsPast(Time, Frame) && !KindTimes.IsEffect(text, Time);
}
