using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Tests.Mentions.Works;

public sealed class OccasionTests
{
    public static TheoryData<string, string, string> Occasions => Cases.Read("Mentions/Works/occasions.cases");

    [Theory]
    [MemberData(nameof(Occasions))]
    public void Occasions_bear_the_names_of_their_hosts(string name, string text, string expected)
    {
        var record = new Extractor().Extract(text, new DocumentHead());
        var found = string.Join(
            '\n',
            record.Entities.Where(e => e.Type == EntityType.Event).Select(e => $"{e.Name} <- {string.Join("; ", e.Mentions)}")
        );
        Assert.True(expected == found, $"{name}:\n{found}");
    }
}
