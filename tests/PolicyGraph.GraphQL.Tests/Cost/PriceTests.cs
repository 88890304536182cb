using System.Globalization;
using System.Text;
using System.Text.Json;
using PolicyGraph.GraphQL.Cost;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Execution.Resolvers;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Tests.Cost;

public sealed class PriceTests
{
    public static TheoryData<string, string, string> Prices()
    {
        var prices = new TheoryData<string, string, string>();
        foreach (var columns in File.ReadAllLines(Path("prices.txt")).Where(line => !line.StartsWith('#')).Select(line => line.Split('|')))
        {
            prices.Add(columns[0].Trim(), columns[1].Trim(), columns[2].Trim());
        }

        return prices;
    }

    [Theory]
    [MemberData(nameof(Prices))]
    public void An_operation_has_the_price_of_the_case(string query, string variables, string expected)
    {
        using var response = Ask(query, variables, new OperationLimits());
        var cost = response.RootElement.GetProperty("extensions").GetProperty("cost");
        Assert.Equal(expected, $"{Number(cost, "fieldCost")}+{Number(cost, "typeCost")}");
    }

    [Theory]
    [InlineData(101, null)]
    [InlineData(
        100,
        "The operation costs 101, 100 is allowed. The dearest field is things with 101: ask for smaller pages of it, or of the lists around it."
    )]
    public void Refuses_above_the_limit_and_names_the_dearest_field(double limit, string? message)
    {
        using var response = Ask("{ things: many { id } }", "", new OperationLimits { MaxPrice = limit });
        var error = response.RootElement.TryGetProperty("errors", out var errors) ? errors[0] : default(JsonElement?);
        Assert.Equal(message, error?.GetProperty("message").GetString());
        if (error is { } refused)
        {
            var extensions = refused.GetProperty("extensions");
            Assert.Equal(
                ("LIMIT_EXCEEDED", 101, "things"),
                (
                    extensions.GetProperty("code").GetString(),
                    extensions.GetProperty("price").GetInt32(),
                    extensions.GetProperty("dearestField").GetString()
                )
            );
        }
    }

    [Theory]
    [InlineData("{ either { id } }", "", 0)]
    [InlineData("{ either(top: null) { id } }", "", 0)]
    [InlineData("{ either(top: 1, bottom: 1) { id } }", "", 2)]
    [InlineData("query ($n: Int) { either(top: 1, bottom: $n) { id } }", """{"n":1}""", 2)]
    [InlineData("{ usual(top: 1, bottom: 1) { id } }", "", 2)]
    [InlineData("{ usual(top: null) { id } }", "", 0)]
    public void Refuses_a_list_without_exactly_one_size_where_the_schema_requires_it(string query, string variables, int found)
    {
        using var response = Ask(query, variables, new OperationLimits());
        var error = response.RootElement.GetProperty("errors")[0];
        Assert.EndsWith($"needs exactly one of \"top\", \"bottom\", found: {found}.", error.GetProperty("message").GetString());
        Assert.Equal("BAD_USER_INPUT", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.True(error.GetProperty("locations")[0].GetProperty("column").GetInt32() > 1);
    }

    private static JsonDocument Ask(string query, string variables, OperationLimits limits)
    {
        var schema = SchemaBuilder.Build(File.ReadAllText(Path("priced.graphql")));
        var planner = new ResolverPlanner(
            (_, _, field, _) =>
                field.Definition.Type is NonNullType { Inner: ListType } ? Array.Empty<object>()
                : field.Definition.Type.IsNonNull ? new object()
                : null
        );
        var engine = new GraphQLEngine(schema, (_, _) => planner, new EngineOptions { Limits = limits });
        using var output = new PooledBuffer();
        var request = new GraphQLRequest
        {
            Query = Encoding.UTF8.GetBytes(query),
            Variables = Encoding.UTF8.GetBytes(variables),
            WantsCost = true,
        };
        Assert.True(engine.ExecuteAsync(request, output, host: null, CancellationToken.None).IsCompletedSuccessfully);
        return JsonDocument.Parse(Encoding.UTF8.GetString(output.WrittenSpan));
    }

    private static string Number(JsonElement cost, string name) =>
        cost.GetProperty(name).GetDouble().ToString(CultureInfo.InvariantCulture);

    private static string Path(string file) => System.IO.Path.Combine(AppContext.BaseDirectory, "Cost", file);
}
