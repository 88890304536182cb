using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.Tests.Execution;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Tests.TypeSystem;

public sealed class SchemaBuilderTests
{
    /// <summary>In the file ¦ stands for the bar of unions, which would cut a column.</summary>
    public static TheoryData<string, string, string> Invalid()
    {
        var cases = new TheoryData<string, string, string>();
        foreach (
            var columns in Lines("TypeSystem", "invalid-schemas.txt").Where(line => !line.StartsWith('#')).Select(line => line.Split('|'))
        )
        {
            cases.Add(columns[0].Trim().Replace('¦', '|'), columns[1].Trim(), columns[2].Trim());
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Refuses_a_schema_and_says_what_is_wrong_and_where(string text, string message, string place)
    {
        var errors = Assert.Throws<GraphQLException>(() => SchemaBuilder.Build(text)).Errors;
        var error = Assert.Single(errors, candidate => candidate.Message.Contains(message));
        Assert.Equal(place, $"{error.Locations[0].Line}:{error.Locations[0].Column}");
    }

    [Theory]
    [InlineData("small")]
    [InlineData("zoo")]
    [InlineData("forms")]
    public void Printed_and_read_again_it_is_the_same_schema(string name)
    {
        var schema = SchemaBuilder.Build(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Schemas", $"{name}.graphql")));
        var printed = SchemaPrinter.Print(schema);
        Assert.Equal(printed, SchemaPrinter.Print(SchemaBuilder.Build(printed)));
        Assert.Equal(schema.Types.Select(type => type.Name), SchemaBuilder.Build(printed).Types.Select(type => type.Name));
    }

    [Fact]
    public void Extensions_and_directives_are_part_of_their_type()
    {
        var schema = SchemaBuilder.Build(
            """
            directive @mapped(to: String = "itself", keys: [String!]) repeatable on OBJECT | FIELD_DEFINITION
            type Query @mapped { a: Int }
            extend type Query @mapped(to: "other", keys: ["x"]) { b: Int @mapped }
            """
        );
        Assert.Equal(["itself", "other"], schema.Query!.Directives.All("mapped").Select(directive => directive.Text("to")));
        Assert.Equal(["x"], schema.Query.Directives.Items[1].Texts("keys"));
        Assert.EndsWith(
            "\n\ntype Query @mapped @mapped(to: \"other\", keys: [\"x\"]) {\n  a: Int\n  b: Int @mapped\n}\n",
            SchemaPrinter.Print(schema)
        );
    }

    [Fact]
    public void Scalars_are_held_to_their_rules()
    {
        Assert.Equal("1099511627776", ExtendedScalars.Long.FromJson(InputValue.From("1099511627776")).ToString());
        Assert.Equal("-9223372036854775808", ExtendedScalars.Long.FromLiteral(Parser.ParseConstValue("-9223372036854775808")).ToString());
        Assert.Throws<GraphQLException>(() => ExtendedScalars.Long.FromLiteral(Parser.ParseConstValue("9223372036854775808")));
        Assert.Throws<GraphQLException>(() => ExtendedScalars.Long.FromJson(InputValue.From(1.5)));
        Assert.Equal("\"2024-02-29\"", ExtendedScalars.Date.FromJson(InputValue.From("2024-02-29")).ToString());
        Assert.Throws<GraphQLException>(() => ExtendedScalars.Date.FromJson(InputValue.From("2023-02-29")));
        Assert.Equal(
            "\"2021-09-02T08:00:00+08:00\"",
            ExtendedScalars.DateTime.FromJson(InputValue.From("2021-09-02T08:00:00+08:00")).ToString()
        );
        Assert.Throws<GraphQLException>(() => ExtendedScalars.DateTime.FromJson(InputValue.From("2021-09-02 08:00")));
    }

    [Fact]
    public void A_root_field_without_a_planner_is_named()
    {
        var failure = Assert.Throws<ArgumentException>(() => new GraphQL.Execution.GraphQLEngine(SmallService.Schema, (_, _) => null));
        Assert.Contains("Query.ship", failure.Message);
    }

    private static string[] Lines(params string[] path) => File.ReadAllLines(Path.Combine([AppContext.BaseDirectory, .. path]));
}
