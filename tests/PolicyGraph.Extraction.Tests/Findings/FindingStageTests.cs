using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Tests.Findings;

public sealed class FindingStageTests
{
    public static TheoryData<string, string, string> Table => Cases.Read("Findings/findings.cases");

    [Theory]
    [MemberData(nameof(Table))]
    public void Figures_are_held_against_each_other(string name, string lines, string expected)
    {
        var record = new Extractor().Extract(lines, new DocumentHead());
        var found = string.Join('\n', record.Findings.Select(f => $"{f.Check} {(f.Agrees ? "agrees" : "differs")}"));
        Assert.True(expected == found, $"{name}:\n{found}\n{string.Join('\n', record.Statistics)}");
        Assert.All(record.Findings, f => Assert.All(f.Statistics, i => Assert.InRange(i, 0, record.Statistics.Count - 1)));
    }
}
