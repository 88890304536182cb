using PolicyGraph.Extraction.Statistics;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Findings;

/// <summary>A paper's statistics in the order of its text, with its plain amounts by what, of whom and when.</summary>
internal sealed class FigureTable
{
    /// <summary>Largest amounts that are multiplied: products stay within the number type.</summary>
    public const decimal Largest = 1_000_000_000_000_000_000m;

    private readonly Paper _paper;
    private readonly Dictionary<(string Indicator, object? Subject, string? Period), int> _levels = [];

    public FigureTable(Paper paper)
    {
        _paper = paper;
        Rows = [.. paper.Statistics.OrderBy(s => s.Evidence.Start)];
        for (var i = 0; i < Rows.Count; i++)
        {
            if (IsAmount(Rows[i]) && Rows[i].Period is not null)
            {
                _levels.TryAdd((Rows[i].Indicator, Rows[i].Subject, Rows[i].Period), i);
            }
        }
    }

    public List<Statistic> Rows { get; }

    /// <summary>A level that is one number, above 0 and small enough to be multiplied.</summary>
    public static bool IsAmount(Statistic s) => s is { Measure: Measure.Level, ValueMax: null, Value: > 0m and < Largest };

    /// <summary>The row of the amount of that name, subject and period; -1 where the paper gives none.</summary>
    public int Amount(string indicator, Statistic of, string? period) =>
        _levels.TryGetValue((indicator, of.Subject, period), out var row) ? row : -1;

    public void Add(string check, bool agrees, FormattableString message, IReadOnlyList<int> rows) =>
        _paper.Findings.Add(new(check, agrees, FormattableString.Invariant(message), rows));
}
