using PolicyGraph.Extraction.Mentions.People;

namespace PolicyGraph.Extraction.Tests.Mentions.People;

public sealed class PersonStageTests
{
    public static TheoryData<string, string, string> Table => Cases.Read("Mentions/People/people.cases");

    [Theory]
    [MemberData(nameof(Table))]
    public void Persons_are_found_as_a_reader_would(string name, string text, string expected)
    {
        var found = MentionCases.Found(text, new PersonStage());
        Assert.True(expected == found, $"{name}:\n{found}");
    }
}
