using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Mentions.Bodies;

namespace PolicyGraph.Extraction.Tests.Mentions.Bodies;

public sealed class BodyStageTests
{
    public static TheoryData<string, string, string> Agencies => Cases.Read("Mentions/Bodies/agencies.cases");

    public static TheoryData<string, string, string> Zones => Cases.Read("Mentions/Bodies/zones.cases");

    public static TheoryData<string, string, string> Organizations => Cases.Read("Mentions/Bodies/organizations.cases");

    public static TheoryData<string, string, string> Places => Cases.Read("Mentions/Bodies/places.cases");

    [Theory]
    [MemberData(nameof(Agencies))]
    [MemberData(nameof(Zones))]
    [MemberData(nameof(Organizations))]
    [MemberData(nameof(Places))]
    public void Bodies_are_found_as_a_reader_would(string name, string text, string expected)
    {
        var found = MentionCases.Found(text, new BodyStage(), new MentionResolver());
        Assert.True(expected == found, $"{name}:\n{found}");
    }
}
