using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Findings;

/// <summary>
/// Parts of one ratio (三次产业结构为7：33：60) and shares of one whole side by side make a hundred; shares that leave parts out say
/// nothing.
/// </summary>
internal static class SumCheck
{
    private const int Least = 3;
    private const int Reach = 60;

    /// <returns>The row after the last one that was looked at.</returns>
    public static int Run(FigureTable table, int index)
    {
        var end = index + 1;
        var key = Key(table, index);
        while (
            key.Length > 0
            && end < table.Rows.Count
            && Key(table, end) == key
            && table.Rows[end].Period == table.Rows[index].Period
            && ReferenceEquals(table.Rows[end].Subject, table.Rows[index].Subject)
            && table.Rows[end].Evidence.Start - table.Rows[end - 1].Evidence.End < Reach
        )
        {
            end++;
        }

        if (end - index >= Least)
        {
            Sum(table, index, end, key);
        }

        return end;
    }

    private static void Sum(FigureTable table, int from, int to, string key)
    {
        var (sum, slack) = (0m, 0m);
        for (var i = from; i < to; i++)
        {
            (sum, slack) = (sum + table.Rows[i].Value, slack + Rounding.Of(table.Rows[i].Value));
        }

        var agrees = Math.Abs(sum - 100m) <= slack;
        if (agrees || sum > 100m || table.Rows[from].Unit.Length == 0)
        {
            table.Add("shares-and-hundred", agrees, $"{key}: the parts make {Numbers.Trim(sum)}", [.. Enumerable.Range(from, to - from)]);
        }
    }

    /// <summary>What the row is a part of; empty where it is none. A ratio of two, 1：3, has parts that make no hundred.</summary>
    private static string Key(FigureTable table, int index)
    {
        var row = table.Rows[index];
        if (row is not { Measure: Measure.Share, ValueMax: null, Value: > 0m and < 100m })
        {
            return "";
        }

        var of = row.Unit == "%" ? row.Indicator.IndexOf('占', StringComparison.Ordinal) : -1;
        return of > 0 ? row.Indicator[of..]
            : row.Unit.Length == 0 && row.Value > 1m && row.Indicator.Contains('构', StringComparison.Ordinal) ? row.Indicator
            : "";
    }
}
