using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Mentions.Bodies;
using PolicyGraph.Extraction.Mentions.People;
using PolicyGraph.Extraction.Mentions.Roles;

namespace PolicyGraph.Extraction.Tests.Mentions;

public sealed class RoleStageTests
{
    public static TheoryData<string, string, string> Table => Cases.Read("Mentions/roles.cases");

    [Theory]
    [MemberData(nameof(Table))]
    public void A_role_tells_a_body(string name, string text, string expected)
    {
        var found = MentionCases.Found(text, new BodyStage(), new PersonStage(), new RoleStage(), new MentionResolver());
        Assert.True(expected == found, $"{name}:\n{found}");
    }
}
