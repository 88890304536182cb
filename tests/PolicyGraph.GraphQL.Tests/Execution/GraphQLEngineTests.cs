using System.Text;
using System.Text.Json;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Persisted;

namespace PolicyGraph.GraphQL.Tests.Execution;

public sealed class GraphQLEngineTests
{
    public static TheoryData<string, string, string> Answers() => Cases("answers.txt");

    [Theory]
    [MemberData(nameof(Answers))]
    public void A_query_is_answered_with_the_response_of_the_case(string query, string variables, string expected) =>
        Assert.Equal(expected, SmallService.Ask(query, variables));

    [Fact]
    public void Introspection_lists_every_type()
    {
        using var answer = JsonDocument.Parse(
            SmallService.Ask("{ __schema { types { name } } __type(name: \"Ship\") { interfaces { name } possibleTypes { name } } }")
        );
        var names = answer
            .RootElement.GetProperty("data")
            .GetProperty("__schema")
            .GetProperty("types")
            .EnumerateArray()
            .Select(type => type.GetProperty("name").GetString());
        Assert.Equal(SmallService.Schema.Types.Select(type => type.Name), names);
        Assert.Contains("__DirectiveLocation", SmallService.Schema.Types.Select(type => type.Name));
    }

    [Theory]
    [InlineData("{ ship(nam: \"Aurora\") { id } }", "")]
    [InlineData("{ shp(name: \"Aurora\") { id } }", "")]
    [InlineData("{ things { tonnage } }", "")]
    [InlineData("{ ships(kind: TANKR) { id } }", "")]
    [InlineData("{ ships(where: {nme: {eq: \"x\"}}) { id } }", "")]
    [InlineData("{ ...F } fragment F on Shp { id }", "")]
    [InlineData("{ __typename @skip(iff: true) }", "")]
    [InlineData("query($k: Kind) { ships(kind: $k) { id } }", "{\"k\":\"TANKR\"}")]
    [InlineData("query($w: ShipFilter) { ships(where: $w) { id } }", "{\"w\":{\"nme\":null}}")]
    public void Errors_suggest_names_only_where_the_schema_may_be_known(string query, string variables)
    {
        Assert.Contains("Did you mean", SmallService.Ask(query, variables), StringComparison.Ordinal);
        var text = Encoding.UTF8.GetBytes(query);
        var onlyTrusted = PersistedDocuments.Trusted(new Dictionary<string, byte[]> { [PersistedDocuments.Hash(text)] = text }, only: true);
        foreach (
            var options in new[]
            {
                new EngineOptions { AllowsIntrospection = false },
                new EngineOptions { Persisted = onlyTrusted },
            }
        )
        {
            var answer = SmallService.Ask(query, variables, options: options);
            Assert.Contains("\"errors\"", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("Did you mean", answer, StringComparison.Ordinal);
        }
    }

    /// <summary>Blocks of three lines: the query, the variables (may be empty), the response; blank lines and # between.</summary>
    private static TheoryData<string, string, string> Cases(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Execution", file))
            .Where(line => !line.StartsWith('#'))
            .ToList();
        var cases = new TheoryData<string, string, string>();
        for (var i = 0; i + 2 < lines.Count; i += 4)
        {
            cases.Add(lines[i], lines[i + 1], lines[i + 2]);
        }

        return cases;
    }
}
