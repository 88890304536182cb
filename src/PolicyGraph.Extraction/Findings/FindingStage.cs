using System.Globalization;
using PolicyGraph.Extraction.Statistics;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Findings;

/// <summary>Checks a paper's figures against each other. It says what agrees and what does not; it corrects nothing.</summary>
public sealed class FindingStage : IStage
{
    /// <summary>Characters between an amount and the share that is said of it.</summary>
    private const int ShareReach = 40;

    /// <summary>Figures before and after one that may belong to it; keeps the time linear.</summary>
    private const int Neighbours = 60;

    /// <summary>Largest amounts that are multiplied: products stay within the number type.</summary>
    private const decimal Largest = 1_000_000_000_000_000_000m;

    public void Run(Paper paper)
    {
        var rows = paper.Statistics.OrderBy(s => s.Evidence.Start).ToList();
        var levels = rows.Where(s => s.Measure == Measure.Level && s.ValueMax is null && s.Value > 0 && s.Value < Largest).ToList();
        var byKey = levels.Where(s => s.Period is not null).GroupBy(Key).ToDictionary(g => g.Key, g => g.First());
        var sentence = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            while (sentence + 1 < paper.Sentences.Count && paper.Sentences[sentence].Span.End <= rows[i].Evidence.Start)
            {
                sentence++;
            }

            switch (rows[i])
            {
                case { Measure: Measure.Growth, Unit: "%", Period: not null }: Growth(paper, rows, i, byKey); break;
                case { Measure: Measure.Share, Unit: "%" }: Share(paper, rows, i); break;
                case { Measure: Measure.Level, ValueMax: null, Value: > 0 and < Largest }: Parts(paper, rows, i, paper.Sentences[sentence].Span.End); break;
            }
        }
    }

    private static (string Indicator, object? Subject, string? Period) Key(Statistic s) => (s.Indicator, s.Subject, s.Period);

    /// <summary>A rate of change against the amounts of its year and of the year before.</summary>
    private static void Growth(Paper paper, List<Statistic> rows, int index, Dictionary<(string Indicator, object? Subject, string? Period), Statistic> levels)
    {
        var rate = rows[index];
        if (!int.TryParse(rate.Period, CultureInfo.InvariantCulture, out var year)
            || !levels.TryGetValue(Key(rate), out var now) || !levels.TryGetValue((rate.Indicator, rate.Subject, $"{year - 1}"), out var before) || now.Unit != before.Unit)
        {
            return;
        }

        var agrees = Rounding.Agrees(rate.Value + 100m, now.Value, before.Value);
        Add(paper, "growth-and-levels", agrees, $"{rate.Indicator}: from {Numbers.Trim(before.Value)} to {Numbers.Trim(now.Value)} is {Percent(now.Value, before.Value) - 100m}%, the paper says {rate.Value}%", [rows.IndexOf(before), rows.IndexOf(now), index]);
    }

    /// <summary>A share said right after an amount, against that amount and the total that it is a share of.</summary>
    private static void Share(Paper paper, List<Statistic> rows, int index)
    {
        var share = rows[index];
        var part = index > 0 ? rows[index - 1] : null;
        if (part is not { Measure: Measure.Level, ValueMax: null, Value: > 0 and < Largest } || share.Evidence.Start - part.Evidence.End > ShareReach || !share.Indicator.Contains('总', StringComparison.Ordinal))
        {
            return;
        }

        var near = rows.Skip(Math.Max(0, index - Neighbours)).Take(2 * Neighbours);
        var totals = near.Where(s => s.Measure == Measure.Level && s.Unit == part.Unit && s.ValueMax is null && s.Value >= part.Value && s.Value < Largest && s != part && s.Indicator.Contains('总', StringComparison.Ordinal)).ToList();
        if (totals.Select(t => t.Value).Distinct().Count() != 1)
        {
            return;
        }

        var total = totals[0];
        var agrees = Rounding.Agrees(share.Value, part.Value, total.Value);
        Add(paper, "share-and-amounts", agrees, $"{share.Indicator}: {Numbers.Trim(part.Value)} of {Numbers.Trim(total.Value)} is {Percent(part.Value, total.Value)}%, the paper says {share.Value}%", [rows.IndexOf(total), index - 1, index]);
    }

    /// <summary>
    /// Amounts after 其中 or 分别 in the sentence of a total: the first of them that make it together agree with it; two that are more do not.
    /// A list that leaves parts out, or goes on to parts of parts, says nothing.
    /// </summary>
    private static void Parts(Paper paper, List<Statistic> rows, int index, int end)
    {
        var total = rows[index];
        var parts = new List<int>();
        for (var i = index + 1; i < rows.Count && i < index + Neighbours && rows[i].Evidence.Start < end; i++)
        {
            if (rows[i].Measure == Measure.Level && rows[i].Unit == total.Unit && total.Unit.Length > 0 && rows[i].ValueMax is null && rows[i].Value > 0)
            {
                parts.Add(i);
            }
        }

        if (parts.Count < 2 || rows[parts[0]].Evidence.Start < total.Evidence.End || !IsSplit(paper.Text, total.Evidence.End, rows[parts[0]].Evidence.End))
        {
            return;
        }

        var (sum, slack) = (0m, Rounding.Of(total.Value));
        for (var count = 0; count < parts.Count; count++)
        {
            var part = rows[parts[count]].Value;
            (sum, slack) = (sum + Math.Min(part, Largest), slack + Rounding.Of(part));
            if (count > 0 && (Math.Abs(sum - total.Value) < slack || (parts.Count == 2 && sum > total.Value + slack)))
            {
                var agrees = sum <= total.Value + slack;
                Add(paper, "parts-and-total", agrees, $"{total.Indicator}: the parts make {Numbers.Trim(sum)}, the total is {Numbers.Trim(total.Value)}", [index, .. parts.Take(count + 1)]);
                return;
            }
        }
    }

    private static bool IsSplit(string text, int from, int to) =>
        to > from && text.AsSpan(from, to - from) is var between && (between.Contains("其中", StringComparison.Ordinal) || between.Contains("分别", StringComparison.Ordinal));

    private static decimal Percent(decimal part, decimal whole) => Math.Round(part / whole * 100m, 2);

    private static void Add(Paper paper, string check, bool agrees, FormattableString message, IReadOnlyList<int> rows) =>
        paper.Findings.Add(new(check, agrees, FormattableString.Invariant(message), rows));
}
