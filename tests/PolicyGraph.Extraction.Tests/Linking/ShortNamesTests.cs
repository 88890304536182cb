using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Mentions.Bodies;
using PolicyGraph.Extraction.Tests.Mentions;

namespace PolicyGraph.Extraction.Tests.Linking;

public sealed class ShortNamesTests
{
    public static TheoryData<string, string, string> Table => Cases.Read("Linking/short-names.cases");

    [Theory]
    [MemberData(nameof(Table))]
    public void Short_names_join_the_name_they_stand_for(string name, string text, string expected)
    {
        var found = MentionCases.Found(text, new BodyStage(), new MentionResolver(), new ShortNames());
        Assert.True(expected == found, $"{name}:\n{found}");
    }

    [Theory]
    [InlineData("安徽青禾集团有限责任公司", "安徽青禾集团|青禾集团")]
    [InlineData("江苏远山软件股份有限公司", "江苏远山软件|远山软件|江苏远山")]
    [InlineData("青禾有限公司", "")]
    [InlineData("青禾研究院", "")]
    public void A_legal_name_is_left_of_its_form_and_place(string name, string stems) =>
        Assert.Equal(stems, string.Join('|', LegalNames.Stems(name)));
}
