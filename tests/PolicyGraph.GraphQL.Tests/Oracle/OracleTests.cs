using System.Text.Json.Nodes;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Tests.Oracle;

/// <summary>
/// Ten thousand operations from one seed, put to this engine and to graphql-js: accepted or refused, by which rule, where, in which words,
/// the printed document, and the answer with its errors. The served schema has its share in PolicyGraph.Api.Tests.
/// </summary>
public sealed class OracleTests
{
    private const int Seed = 20250901;
    private const int Count = 10_000;

    /// <summary>
    /// fixtures.jsonl: cases that ever differed; rules.jsonl: for every rule, for introspection, for printing and for each way to be no
    /// GraphQL, what the reference says. They run without Node.
    /// </summary>
    public static TheoryData<string> Fixtures() =>
        [
            .. new[] { "fixtures.jsonl", "rules.jsonl" }.SelectMany(file =>
                File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Oracle", file))
            ),
        ];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Agrees_with_what_the_reference_said(string line)
    {
        var fixture = JsonNode.Parse(line, documentOptions: new() { MaxDepth = 512 })!;
        var asked = OracleCase.Read(fixture["case"]!);
        var schema = SchemaBuilder.Build(File.ReadAllText(SchemaFiles()[asked.Schema]), new Dictionary<string, IScalarCoercion>());
        Assert.Equal(OurAnswer.Canonical((JsonObject)fixture["answer"]!), OurAnswer.Canonical(new OurAnswer(schema).Answer(asked)));
    }

    [ReferenceFact]
    public async Task Agrees_with_the_reference_on_ten_thousand_operations() =>
        await Comparison.AssertAgreementAsync(SchemaFiles(), Seed, Count);

    private static Dictionary<string, string> SchemaFiles() =>
        Directory
            .GetFiles(Path.Combine(AppContext.BaseDirectory, "Schemas"), "*.graphql")
            .Order(StringComparer.Ordinal)
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path)!);
}
