using System.Globalization;
using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Tests.Quantities;

/// <summary>Numbers, units, comparators and times, one case a line in the tables beside this file.</summary>
public sealed class QuantityCasesTests
{
    public static TheoryData<string[]> Quantities => CaseTable.Read("Quantities/quantities.tsv");

    public static TheoryData<string[]> Times => CaseTable.Read("Quantities/times.tsv");

    public static TheoryData<string[]> NearMisses => CaseTable.Read("Quantities/near-misses.tsv");

    [Theory]
    [MemberData(nameof(Quantities))]
    public void A_quantity_is_read_with_value_unit_and_bound(string[] row)
    {
        var (text, words) = (row[0], row[1]);
        var paper = Read(text, "");
        var quantity = Assert.Single(paper.Quantities, q => string.Equals(q.Span.Of(paper.Text), words, StringComparison.Ordinal));
        Assert.Equal(decimal.Parse(row[2], CultureInfo.InvariantCulture), Math.Round(quantity.Value, 8));
        Assert.Equal(row[3].Length == 0 ? null : decimal.Parse(row[3], CultureInfo.InvariantCulture), quantity.ValueMax);
        Assert.Equal(row[4], quantity.Unit);
        Assert.Equal(Sign(row[5]), quantity.Comparator);
        Assert.Equal(Enum.Parse<QuantityForm>(row[6]), quantity.Form);
    }

    [Theory]
    [MemberData(nameof(Times))]
    public void A_time_is_resolved_against_the_paper(string[] row)
    {
        var paper = Read(row[0], row[1]);
        var time = Assert.Single(paper.Times, t => string.Equals(t.Span.Of(paper.Text), row[2], StringComparison.Ordinal));
        Assert.Equal(row[3].Length == 0 ? null : row[3], time.Period);
        Assert.Equal(Enum.Parse<TimeRole>(row[4]), time.Role);
    }

    [Theory]
    [MemberData(nameof(NearMisses))]
    public void What_only_looks_like_a_number_is_none(string[] row)
    {
        var paper = Read(row[0], "2022-05-20");
        Assert.DoesNotContain(paper.Quantities, q => q.Unit.Length > 0 || q.Form != QuantityForm.Amount || !q.InDigits);
        Assert.Equal(row[1], string.Join('|', paper.Times.Select(t => t.Span.Of(paper.Text))));
    }

    private static Paper Read(string text, string published)
    {
        var paper = new Paper(new SourceText(text)) { Head = new DocumentHead { Published = published.Length == 0 ? null : published } };
        new QuantityStage().Run(paper);
        return paper;
    }

    private static Comparator Sign(string sign) =>
        sign switch
        {
            "=" => Comparator.Equal,
            ">" => Comparator.Greater,
            ">=" => Comparator.AtLeast,
            "<" => Comparator.Less,
            "<=" => Comparator.AtMost,
            "~" => Comparator.About,
            _ => throw new ArgumentException($"'{sign}' is no comparator.", nameof(sign)),
        };
}
