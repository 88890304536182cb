using System.Globalization;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Findings;

/// <summary>
/// A rate of change against the amounts of its year and of the year before, or against its amount and the change said beside it.
/// </summary>
internal static class GrowthCheck
{
    private const int Reach = 3;

    public static void Run(FigureTable table, int index)
    {
        var rate = table.Rows[index];
        if (
            rate is not { Measure: Measure.Growth, Unit: "%", ValueMax: null, Period: not null }
            || rate.Indicator.Contains("年均", StringComparison.Ordinal)
        )
        {
            return;
        }

        var now = table.Amount(rate.Indicator, rate, rate.Period);
        if (now < 0)
        {
            return;
        }

        var year = int.TryParse(rate.Period, CultureInfo.InvariantCulture, out var said) ? said : 0;
        var before = year > 0 ? table.Amount(rate.Indicator, rate, $"{year - 1}") : -1;
        if (before >= 0 && table.Rows[before].Unit == table.Rows[now].Unit)
        {
            var (old, current) = (table.Rows[before].Value, table.Rows[now].Value);
            table.Add(
                "growth-and-levels",
                Rounding.Agrees(rate.Value + 100m, current, old),
                $"{rate.Indicator}: from {Numbers.Trim(old)} to {Numbers.Trim(current)} is {Percent.Of(current, old) - 100m}%, the paper says {rate.Value}%",
                [before, now, index]
            );
        }
        else
        {
            AgainstChange(table, index, now);
        }
    }

    /// <summary>产量16.2万吨，比上年减少0.2万吨，下降1.2%: the change gives the amount of the year before.</summary>
    private static void AgainstChange(FigureTable table, int index, int now)
    {
        for (var i = Math.Max(now + 1, index - Reach); i < Math.Min(table.Rows.Count, index + Reach); i++)
        {
            var (rate, amount, change) = (table.Rows[index], table.Rows[now], table.Rows[i]);
            if (
                change is not { Measure: Measure.Change, ValueMax: null }
                || change.Unit != amount.Unit
                || change.Indicator != rate.Indicator
                || change.Period != rate.Period
                || !ReferenceEquals(change.Subject, rate.Subject)
                || amount.Value - change.Value is not (> 0m and < FigureTable.Largest)
                || Math.Abs(change.Value) >= amount.Value
            )
            {
                continue;
            }

            var old = amount.Value - change.Value;
            var slack = Rounding.Of(rate.Value) + ((Rounding.Of(change.Value) + Rounding.Of(amount.Value)) / old * 100m);
            var agrees = Math.Abs((change.Value / old * 100m) - rate.Value) <= slack;
            table.Add(
                "growth-and-change",
                agrees,
                $"{rate.Indicator}: {Numbers.Trim(change.Value)} on {Numbers.Trim(old)} is {Percent.Of(change.Value, old)}%, the paper says {rate.Value}%",
                [now, i, index]
            );
            return;
        }
    }
}
