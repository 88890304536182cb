using PolicyGraph.Api.Schema;
using PolicyGraph.GraphQL.Tests.Oracle;

namespace PolicyGraph.Api.Tests.Schema;

/// <summary>The engine against graphql-js on the schema that is served: see OracleTests of PolicyGraph.GraphQL.Tests.</summary>
public sealed class ServedSchemaOracleTests
{
    private const int Seed = 20251001;
    private const int Count = 2_500;

    [ReferenceFact]
    public async Task Agrees_with_the_reference_on_the_served_schema()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "served.graphql");
        await File.WriteAllTextAsync(file, PolicyGraphSchema.Load().Text);
        await Comparison.AssertAgreementAsync(new Dictionary<string, string> { ["served"] = file }, Seed, Count);
    }
}
