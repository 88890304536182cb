using System.Xml.Linq;

namespace PolicyGraph.Tests;

/// <summary>Projects point one way: each may reference only what its row says.</summary>
public class ArchitectureTests
{
    public static TheoryData<string, string[]> Allowed { get; } =
        new()
        {
            { "PolicyGraph.Model", [] },
            { "PolicyGraph.Extraction", ["PolicyGraph.Model"] },
            { "PolicyGraph.Store", ["PolicyGraph.Model"] },
            { "PolicyGraph.Store.Neo4j", ["PolicyGraph.Store"] },
            { "PolicyGraph.GraphQL", [] },
            { "PolicyGraph.Api", ["PolicyGraph.GraphQL", "PolicyGraph.Store"] },
            { "PolicyGraph", ["PolicyGraph.Api", "PolicyGraph.Extraction", "PolicyGraph.Store.Neo4j"] },
        };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_project_references_only_what_stands_before_it(string project, string[] allowed)
    {
        var references = XDocument
            .Load(RepositoryRoot.Of("src", project, project + ".csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));

        Assert.Empty(references.Except(allowed));
    }

    [Fact]
    public void Every_project_of_src_has_its_row()
    {
        var projects = Directory
            .EnumerateFiles(RepositoryRoot.Of("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(Allowed.Select(row => (string)row[0]).Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }
}
