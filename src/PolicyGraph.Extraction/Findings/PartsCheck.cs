using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Findings;

/// <summary>Amounts that a sentence gives as the parts of a total (其中, 分别) against that total.</summary>
internal static class PartsCheck
{
    /// <summary>Figures after the total that may belong to it; keeps the time linear.</summary>
    private const int Neighbours = 60;

    /// <summary>
    /// Amounts after 其中 or 分别 in the sentence of a total: the first of them that make it together agree with it; two that are more do
    /// not. A list that leaves parts out, or goes on to parts of parts, says nothing.
    /// </summary>
    public static void Run(FigureTable table, string text, int index, int end)
    {
        var rows = table.Rows;
        var total = rows[index];
        var parts = new List<int>();
        for (var i = index + 1; i < rows.Count && i < index + Neighbours && rows[i].Evidence.Start < end; i++)
        {
            if (
                rows[i].Measure == Measure.Level
                && rows[i].Unit == total.Unit
                && total.Unit.Length > 0
                && rows[i].ValueMax is null
                && rows[i].Value > 0
            )
            {
                parts.Add(i);
            }
        }

        if (
            parts.Count < 2
            || rows[parts[0]].Evidence.Start < total.Evidence.End
            || !IsSplit(text, total.Evidence.End, rows[parts[0]].Evidence.End)
        )
        {
            return;
        }

        var (sum, slack) = (0m, Rounding.Of(total.Value));
        for (var count = 0; count < parts.Count; count++)
        {
            var part = rows[parts[count]].Value;
            (sum, slack) = (sum + Math.Min(part, FigureTable.Largest), slack + Rounding.Of(part));
            if (count > 0 && (Math.Abs(sum - total.Value) < slack || (parts.Count == 2 && sum > total.Value + slack)))
            {
                var agrees = sum <= total.Value + slack;
                table.Add(
                    "parts-and-total",
                    agrees,
                    $"{total.Indicator}: the parts make {Numbers.Trim(sum)}, the total is {Numbers.Trim(total.Value)}",
                    [index, .. parts.Take(count + 1)]
                );
                return;
            }
        }
    }

    private static bool IsSplit(string text, int from, int to) =>
        to > from
        && text.AsSpan(from, to - from) is var between
        && (between.Contains("其中", StringComparison.Ordinal) || between.Contains("分别", StringComparison.Ordinal));
}
