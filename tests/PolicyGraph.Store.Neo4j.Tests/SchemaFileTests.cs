using PolicyGraph.Api.Schema;
using PolicyGraph.Store.Neo4j.Schema;

namespace PolicyGraph.Store.Neo4j.Tests;

public class SchemaFileTests
{
    [Fact]
    public void The_file_says_what_the_store_makes()
    {
        var script = Neo4jSchema.Script(PolicyGraphSchema.Load().Model);
        var file = Path.Combine(Root(), "schema", "neo4j.cypher");

        Assert.True(script == File.ReadAllText(file), $"{file} is not what the model makes now; it should be:\n{script}");
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PolicyGraph.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests are to be run inside the repository.");
        }

        return folder.FullName;
    }
}
