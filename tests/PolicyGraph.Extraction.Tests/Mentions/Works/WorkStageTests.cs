using PolicyGraph.Extraction.Mentions.Works;

namespace PolicyGraph.Extraction.Tests.Mentions.Works;

public sealed class WorkStageTests
{
    public static TheoryData<string, string, string> Standards => Cases.Read("Mentions/Works/standards.cases");

    public static TheoryData<string, string, string> Titles => Cases.Read("Mentions/Works/titles.cases");

    public static TheoryData<string, string, string> Schemes => Cases.Read("Mentions/Works/schemes.cases");

    public static TheoryData<string, string, string> Events => Cases.Read("Mentions/Works/events.cases");

    [Theory]
    [MemberData(nameof(Standards))]
    [MemberData(nameof(Titles))]
    [MemberData(nameof(Events))]
    [MemberData(nameof(Schemes))]
    public void Works_are_found_as_a_reader_would(string name, string text, string expected)
    {
        var found = MentionCases.Found(text, new WorkStage());
        Assert.True(expected == found, $"{name}:\n{found}");
    }
}
