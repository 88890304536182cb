using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>
/// Gives a figure that the paper repeats once, at its fullest statement: in a sentence before a heading, with the longer indicator before
/// the shorter.
/// </summary>
/// <param name="quantities">How many quantities the paper has: there are no more figures.</param>
internal sealed class Repeats(int quantities)
{
    /// <summary>From here on two equal numbers of a paper are one, though newspapers print a headline away from its article.</summary>
    private const decimal Telling = 1000m;
    private readonly List<(Figure Figure, Statistic Statistic)> _rows = [];
    private readonly Dictionary<Value, List<int>> _index = new(quantities);

    public void Add(Figure figure, Statistic statistic)
    {
        if (statistic.Indicator.Length == 0)
        {
            return;
        }

        var key = new Value(statistic.Value, statistic.Unit, statistic.Measure, statistic.Subject?.Name);
        if (!_index.TryGetValue(key, out var rows))
        {
            _index.Add(key, rows = new(1));
        }

        foreach (var row in rows)
        {
            if (!Same(_rows[row], (figure, statistic)))
            {
                continue;
            }

            if (_rows[row].Figure.Sentence.IsHeading && !figure.Sentence.IsHeading)
            {
                _rows[row] = (figure, statistic);
            }

            return;
        }

        rows.Add(_rows.Count);
        _rows.Add((figure, statistic));
    }

    /// <summary>A headline's figure goes where the article's text gives the same number in the same unit.</summary>
    public IEnumerable<Statistic> Distinct()
    {
        if (!_rows.Exists(static row => row.Figure.Sentence.IsHeading))
        {
            return _rows.Select(static row => row.Statistic);
        }

        var told = _rows.Where(row => !row.Figure.Sentence.IsHeading).Select(Key).ToHashSet();
        var telling = _rows
            .Where(row => !row.Figure.Sentence.IsHeading && row.Statistic.Value >= Telling)
            .Select(row => (row.Statistic.Value, row.Statistic.Unit))
            .ToHashSet();
        return _rows
            .Where(row =>
                !row.Figure.Sentence.IsHeading || !(told.Contains(Key(row)) || telling.Contains((row.Statistic.Value, row.Statistic.Unit)))
            )
            .Select(row => row.Statistic);
    }

    private static (int Article, decimal Value, string Unit) Key((Figure Figure, Statistic Statistic) row) =>
        (row.Figure.Sentence.Article, row.Statistic.Value, row.Statistic.Unit);

    /// <summary>
    /// 有521家试点企业 … 这521家企业中: within an article the text says a count again where neither kind nor time speaks against it.
    /// </summary>
    private static bool Same((Figure Figure, Statistic Statistic) row, (Figure Figure, Statistic Statistic) later)
    {
        var (one, other) = (row.Statistic, later.Statistic);
        if (
            one.Kind != other.Kind
            || (IsExact(row.Figure, later.Figure) && !string.Equals(one.Indicator, other.Indicator, StringComparison.Ordinal))
        )
        {
            return false;
        }

        var isCountAgain =
            row.Figure.IsCount && row.Figure.Sentence.Article == later.Figure.Sentence.Article && Agree(one.Period, other.Period);
        return (isCountAgain && IsUnmistakable(one.Value))
            || (
                (isCountAgain || string.Equals(one.Period, other.Period, StringComparison.Ordinal))
                && IsOneName(one.Indicator, other.Indicator)
            );
    }

    /// <summary>
    /// 甲产值增长5%，乙甲产值增长5%; 产值增长5%。…人均产值增长5%: within a sentence, and of rates in the text, equal numbers are of two
    /// things unless their names are equal too.
    /// </summary>
    private static bool IsExact(Figure one, Figure other) =>
        one.Sentence.Span == other.Sentence.Span || (one.Quantity.Unit is "%" && !one.Sentence.IsHeading && !other.Sentence.IsHeading);

    private static bool IsOneName(string one, string other) =>
        (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal))
        && Math.Min(one.Length, other.Length) * 10 >= Math.Max(one.Length, other.Length) * 6;

    /// <summary>True where a time holds the other or one is not told: 2022 and 2022-01/2022-03.</summary>
    private static bool Agree(string? one, string? other) =>
        one is null || other is null || one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);

    /// <summary>521, 1021: too odd a number to count two things by chance; 500 and 12 are not.</summary>
    private static bool IsUnmistakable(decimal value) => value > 100m && value % 10m is not (0m or 5m);

    private readonly record struct Value(decimal Number, string Unit, Measure Measure, string? Subject);
}
