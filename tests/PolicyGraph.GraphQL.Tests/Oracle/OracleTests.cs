using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Tests.Oracle;

/// <summary>
/// Ten thousand operations from one seed, put to this engine and to graphql-js: accepted or refused, by which rule, where, in which words, the printed document, and the answer with its errors.
/// Cases that ever differed stay in fixtures.jsonl with the reference's answer, and run without Node.
/// </summary>
public sealed class OracleTests
{
    private const int Seed = 20250901;
    private const int Count = 10_000;

    private static readonly JsonSerializerOptions Spelling = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    /// <summary>fixtures.jsonl, and rules.jsonl: for every rule, for introspection, for printing and for each way to be no GraphQL, what the reference says.</summary>
    public static TheoryData<string> Fixtures() =>
        [.. new[] { "fixtures.jsonl", "rules.jsonl" }.SelectMany(file => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Oracle", file)))];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Agrees_with_what_the_reference_said(string line)
    {
        var fixture = JsonNode.Parse(line, documentOptions: new() { MaxDepth = 512 })!;
        var asked = OracleCase.Read(fixture["case"]!);
        Assert.Equal(OurAnswer.Canonical((JsonObject)fixture["answer"]!), OurAnswer.Canonical(new OurAnswer(Load(asked.Schema)).Answer(asked)));
    }

    [ReferenceFact]
    public async Task Agrees_with_the_reference_on_ten_thousand_operations()
    {
        var names = SchemaFiles().Keys.ToList();
        var schemas = names.ToDictionary(name => name, Load);
        var cases = names.SelectMany((name, index) => new CaseGenerator(name, schemas[name], Seed + index).Generate((Count / names.Count) + 1)).ToList();
        var answers = await ReferenceImplementation.AnswerAsync(cases, SchemaFiles());
        var ours = schemas.ToDictionary(schema => schema.Key, schema => new OurAnswer(schema.Value));
        var differences = new List<string>();
        for (var i = 0; i < cases.Count; i++)
        {
            var mine = OurAnswer.Canonical(ours[cases[i].Schema].Answer(cases[i]));
            if (!KnownDifferences.Explains(mine) && !string.Equals(OurAnswer.Canonical(answers[i]), mine, StringComparison.Ordinal))
            {
                differences.Add(new JsonObject { ["case"] = cases[i].ToJson(), ["answer"] = answers[i], ["ours"] = JsonNode.Parse(mine, documentOptions: new() { MaxDepth = 512 }) }.ToJsonString(Spelling));
            }
        }

        // Written out so that a difference can be made a fixture as it stands.
        await File.WriteAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "oracle-differences.jsonl"), differences);
        Assert.True(differences.Count == 0, $"{differences.Count} of {cases.Count} differ, the first:\n{differences.FirstOrDefault()}");
    }

    private static Dictionary<string, string> SchemaFiles() =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Schemas"), "*.graphql").Order(StringComparer.Ordinal).ToDictionary(path => Path.GetFileNameWithoutExtension(path)!);

    private static Schema Load(string name) => SchemaBuilder.Build(File.ReadAllText(SchemaFiles()[name]), new Dictionary<string, IScalarCoercion>());
}
