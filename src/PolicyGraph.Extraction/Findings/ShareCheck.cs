using PolicyGraph.Extraction.Statistics;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Findings;

/// <summary>
/// A share (甲占乙比重) against the amounts of 甲 and 乙, by their names; or, of a total, against the amount said right before it and the
/// one total nearby.
/// </summary>
internal static class ShareCheck
{
    /// <summary>Characters between an amount and the share that is said of it.</summary>
    private const int Reach = 40;

    /// <summary>Figures before and after one that may belong to it; keeps the time linear.</summary>
    private const int Neighbours = 60;

    public static void Run(FigureTable table, int index)
    {
        var share = table.Rows[index];
        var of = share is { Measure: Measure.Share, Unit: "%", ValueMax: null }
            ? share.Indicator.IndexOf('占', StringComparison.Ordinal)
            : -1;
        if (of < 1)
        {
            return;
        }

        var (who, whole) = (share.Indicator[..of], Whole(share.Indicator[(of + 1)..]));
        var (part, total) = (table.Amount(who, share, share.Period), table.Amount(whole, share, share.Period));
        if (part < 0 || total < 0)
        {
            (part, total) = (Beside(table, index, who), whole.Contains('总', StringComparison.Ordinal) ? Total(table, index) : -1);
        }

        if (
            part < 0
            || total < 0
            || part == total
            || table.Rows[part].Unit != table.Rows[total].Unit
            || table.Rows[part].Value > table.Rows[total].Value
        )
        {
            return;
        }

        var (one, all) = (table.Rows[part].Value, table.Rows[total].Value);
        table.Add(
            "share-and-amounts",
            Rounding.Agrees(share.Value, one, all),
            $"{share.Indicator}: {Numbers.Trim(one)} of {Numbers.Trim(all)} is {Percent.Of(one, all)}%, the paper says {share.Value}%",
            [total, part, index]
        );
    }

    private static string Whole(string words) =>
        words.EndsWith("比重", StringComparison.Ordinal) || words.EndsWith("比例", StringComparison.Ordinal) ? words[..^2] : words;

    /// <summary>The amount right before the share, where its name is in what has the share.</summary>
    private static int Beside(FigureTable table, int index, string who)
    {
        var part = index > 0 ? table.Rows[index - 1] : null;
        return
            part is not null
            && FigureTable.IsAmount(part)
            && table.Rows[index].Evidence.Start - part.Evidence.End <= Reach
            && string.Equals(part.Indicator, who, StringComparison.Ordinal)
            ? index - 1
            : -1;
    }

    private static int Total(FigureTable table, int index)
    {
        var part = table.Rows[Math.Max(0, index - 1)];
        var found = -1;
        for (var i = Math.Max(0, index - Neighbours); i < Math.Min(table.Rows.Count, index + Neighbours); i++)
        {
            var row = table.Rows[i];
            if (!IsTotal(row, part))
            {
                continue;
            }

            if (found >= 0 && table.Rows[found].Value != row.Value)
            {
                return -1;
            }

            found = found < 0 ? i : found;
        }

        return found;
    }

    private static bool IsTotal(Statistic row, Statistic part) =>
        FigureTable.IsAmount(row)
        && row.Unit == part.Unit
        && row.Value >= part.Value
        && !ReferenceEquals(row, part)
        && row.Indicator.Contains('总', StringComparison.Ordinal);
}
