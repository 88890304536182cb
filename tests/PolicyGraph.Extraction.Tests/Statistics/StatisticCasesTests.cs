using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Tests.Statistics;

/// <summary>Whole papers in small, written for these tests: every figure that a careful reader would put down, and no other.</summary>
public sealed class StatisticCasesTests
{
    public static TheoryData<string, string, string> Papers => Cases.Read("Statistics/statistics.cases");

    [Theory]
    [MemberData(nameof(Papers))]
    public void A_paper_gives_its_figures_field_by_field(string name, string text, string expected)
    {
        var record = new Extractor().Extract(text, new DocumentHead());
        var names = record.Entities.ToDictionary(e => e.Id, e => e.Name);
        var rows = record.Statistics.Select(s => Row(s, names));
        Assert.Equal(expected, string.Join('\n', rows), ignoreLineEndingDifferences: true);
        Assert.NotEmpty(name);
        Assert.All(record.Statistics, s => Assert.InRange(s.Evidence.Length, 1, 150));
    }

    public static TheoryData<string, string, string> Frames => Cases.Read("Statistics/subjects.cases");

    public static TheoryData<string, string, string> Passages => Cases.Read("Statistics/passages.cases");

    /// <summary>Whose figures they are, of when and of what kind; what they measure is the other table's matter.</summary>
    [Theory]
    [MemberData(nameof(Frames))]
    [MemberData(nameof(Passages))]
    public void A_figure_has_the_subject_and_the_time_that_its_passage_gives_it(string name, string text, string expected)
    {
        var record = new Extractor().Extract(text, new DocumentHead());
        var names = record.Entities.ToDictionary(e => e.Id, e => e.Name);
        var rows = record.Statistics.Select(s =>
            $"{s.Value}{s.Unit} {s.Kind} | {(s.Subject is { } id ? names[id] : "-")} | {s.Period ?? "-"}"
        );
        Assert.Equal(expected, string.Join('\n', rows), ignoreLineEndingDifferences: true);
        Assert.NotEmpty(name);
    }

    public static TheoryData<string, string, string> Kinds => Cases.Read("Statistics/kinds.cases");

    /// <summary>What a text lays down, aims at, expects or tells, and of when.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_figure_is_of_the_kind_and_the_time_that_its_text_makes_it(string name, string text, string expected)
    {
        var record = new Extractor().Extract(text, new DocumentHead());
        var rows = record.Statistics.Select(s => $"{s.Value}{s.Unit} {s.Kind} | {s.Period ?? "-"}");
        Assert.True(string.Equals(expected, string.Join('\n', rows), StringComparison.Ordinal), $"{name}: {string.Join('\n', rows)}");
    }

    public static TheoryData<string, string, string> Sources => Cases.Read("Statistics/reporters.cases");

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_figure_is_reported_by_whom_its_sentence_or_passage_names(string name, string text, string expected)
    {
        var record = new Extractor().Extract(text, new DocumentHead());
        var names = record.Entities.ToDictionary(e => e.Id, e => e.Name);
        var rows = record.Statistics.Select(s =>
            $"{s.Value}{s.Unit} | {(s.ReportedBy is { } id ? names[id] : "-")} | {(s.SetBy is { } policy ? names[policy] : "-")}"
        );
        Assert.True(string.Equals(expected, string.Join('\n', rows), StringComparison.Ordinal), $"{name}: {string.Join('\n', rows)}");
    }

    [Fact]
    public void A_row_that_its_own_sentence_says_whole_is_surer_than_one_that_takes_fields_from_elsewhere()
    {
        var record = new Extractor().Extract(
            "本报讯（记者 李青）2020年宁波市渔业产值80亿元。同比增长3%。展会期间签约12个。",
            new DocumentHead()
        );
        Assert.Equal(3, record.Statistics.Count);
        Assert.InRange(record.Statistics[0].Confidence, 0.95, 0.97);
        Assert.True(record.Statistics[1].Confidence < record.Statistics[0].Confidence);
        Assert.All(record.Statistics, s => Assert.InRange(s.Confidence, 0.6, 0.97));
    }

    /// <summary>Cuts of texts that once ran past an end.</summary>
    [Theory]
    [InlineData("（1/2近）")]
    [InlineData("（5%）增长3%")]
    [InlineData("论坛%国务院五：增加：不超过1,20001/2上月")]
    [InlineData("海州市设立首期5亿元国家集成电路产业投资基金")]
    [InlineData("底上限和1,200上限亿元提高到9亿")]
    public void A_cut_in_the_wrong_place_is_read_all_the_same(string text)
    {
        var record = new Extractor().Extract(text, new DocumentHead());
        Assert.All(record.Statistics, s => Assert.Contains(s.Evidence, text, StringComparison.Ordinal));
    }

    private static string Row(StatisticRecord row, Dictionary<string, string> names)
    {
        var value = row.ValueMax is { } max ? $"{row.Value}..{max}" : $"{row.Value}";
        var subject = row.Subject is { } id ? names[id] : "-";
        return $"{Sign(row.Comparator)}{value}{row.Unit} {row.Indicator} | {row.Measure} {row.Kind} | {subject} | {row.Period ?? "-"}";
    }

    private static string Sign(Comparator comparator) =>
        comparator switch
        {
            Comparator.Equal => "",
            Comparator.Greater => "> ",
            Comparator.AtLeast => ">= ",
            Comparator.Less => "< ",
            Comparator.AtMost => "<= ",
            _ => "~ ",
        };
}
