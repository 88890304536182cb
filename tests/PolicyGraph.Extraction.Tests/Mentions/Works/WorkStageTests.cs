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

    /// <summary>An edition alone, with no series behind it, shortens nothing; its cut once ran past an end.</summary>
    [Theory]
    [InlineData("第十届", "2030年第十届", false)]
    [InlineData("第十届海会", "第十届蓝海会", false)]
    [InlineData("第十届蓝海论坛", "2030年第十届蓝海论坛", true)]
    public void A_shorter_name_is_an_events_where_its_series_says_so(string shorter, string fuller, bool means) =>
        Assert.Equal(means, EventShortForms.Means(shorter, fuller));
}
