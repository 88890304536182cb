using FsCheck;
using FsCheck.Fluent;
using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Conformance.Randomized;
using PolicyGraph.Store.Neo4j.Query;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;
using Polly;

namespace PolicyGraph.Store.Neo4j.Tests;

/// <summary>No value is ever part of a statement's text: whatever texts come, the statement is the same. No server is asked.</summary>
public class StatementTests
{
    private static readonly GraphNames Names = new(TestModel.Model, PlainFolding.Instance);

    [Fact]
    public void Texts_of_any_kind_leave_the_statement_as_it_is() =>
        Prop.ForAll<int, string?>((seed, text) => AssertSameText(seed, text)).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static void AssertSameText(int seed, string? text)
    {
        var (root, values) = new RandomQueries(TestModel.Model, seed).Any(["agency_0123456789abcdef", "document_0123456789abcdef"]);
        var hostile = values
            .Select(value =>
                value is string ? text ?? ""
                : value is List<object?> list ? list.ConvertAll(one => one is string ? text ?? "" : one)
                : value
            )
            .ToArray();

        if (Text(root, hostile) is { } statement)
        {
            Assert.Equal(Text(root, values), statement);
        }
        else
        {
            Assert.IsType<NodeRoot>(root); // No such id: known without asking.
        }
    }

    [Theory]
    [InlineData("' OR 1=1 //")]
    [InlineData("\\' DETACH DELETE n //")]
    [InlineData("`) DETACH DELETE n //")]
    [InlineData("\\u0027 RETURN 1 //")]
    [InlineData("$p0")]
    public void Names_of_the_kind_that_breaks_out_leave_it_too(string text) => AssertSameText(7, text);

    [Theory]
    [InlineData("name`) DETACH DELETE n //")]
    [InlineData("tally")]
    [InlineData("")]
    public void A_property_that_the_model_does_not_have_is_in_no_statement(string property)
    {
        var root = new ListRoot("Agency", Ask.List(Ask.Nodes(Ask.Of(property))));

        Assert.Throws<UnknownNameException>(() => Text(root, [null, null, null, null]));
    }

    [Fact]
    public void An_explanation_is_the_statement_and_its_parameters_and_asks_nothing()
    {
        var root = new ListRoot("Agency", Ask.List(Ask.Nodes(Ask.Of("name"))) with { Filter = new NameFilter(Comparison.Equal, new(4)) });
        object?[] values = [3L, null, null, null, "甲局’\\"];
        var query = new CypherQuery(transport: null!, ResiliencePipeline.Empty, Names, new GraphQuery(root)); // Without a way to a server nothing can be asked.

        var explanation = query.Explain(new Parameters(values));

        Assert.Equal(Text(root, values), explanation.Plan);
        using var parameters = System.Text.Json.JsonDocument.Parse(explanation.Parameters);
        var map = Assert.Single(parameters.RootElement.EnumerateObject());
        Assert.All(
            map.Value.EnumerateObject(),
            parameter => Assert.Contains($"${map.Name}.{parameter.Name}", explanation.Plan, StringComparison.Ordinal)
        );
        Assert.Contains(map.Value.EnumerateObject(), parameter => parameter.Value.ToString().Contains("甲局’\\", StringComparison.Ordinal));
    }

    private static string? Text(Root root, object?[] values) => new CypherPlan(Names, root, new Parameters(values)).Text;
}
