using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Tests.Oracle;

/// <summary>Puts generated operations to both implementations.</summary>
internal static class Comparison
{
    private static readonly JsonSerializerOptions Spelling = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 512,
    };

    /// <summary>
    /// Fails with the first case on which they differ; all of them are in oracle-differences.jsonl beside the tests, each ready to become a
    /// fixture.
    /// </summary>
    /// <param name="schemaFiles">By name.</param>
    /// <param name="seed">Of the first schema; each further one has the next.</param>
    /// <param name="count">Operations at least, in equal shares.</param>
    public static async Task AssertAgreementAsync(IReadOnlyDictionary<string, string> schemaFiles, int seed, int count)
    {
        var names = schemaFiles.Keys.ToList();
        var schemas = names.ToDictionary(
            name => name,
            name => SchemaBuilder.Build(File.ReadAllText(schemaFiles[name]), new Dictionary<string, IScalarCoercion>())
        );
        var share = (count + names.Count - 1) / names.Count;
        var cases = names.SelectMany((name, index) => new CaseGenerator(name, schemas[name], seed + index).Generate(share)).ToList();
        var theirs = await ReferenceImplementation.AnswerAsync(cases, schemaFiles);
        var ours = schemas.ToDictionary(schema => schema.Key, schema => new OurAnswer(schema.Value));
        var differences = new List<string>();
        for (var i = 0; i < cases.Count; i++)
        {
            var mine = OurAnswer.Canonical(ours[cases[i].Schema].Answer(cases[i]));
            if (!KnownDifferences.Explains(mine) && !string.Equals(OurAnswer.Canonical(theirs[i]), mine, StringComparison.Ordinal))
            {
                var node = JsonNode.Parse(mine, documentOptions: new() { MaxDepth = 512 });
                differences.Add(
                    new JsonObject
                    {
                        ["case"] = cases[i].ToJson(),
                        ["answer"] = theirs[i],
                        ["ours"] = node,
                    }.ToJsonString(Spelling)
                );
            }
        }

        await File.WriteAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "oracle-differences.jsonl"), differences);
        Assert.True(differences.Count == 0, $"{differences.Count} of {cases.Count} differ, the first:\n{differences.FirstOrDefault()}");
    }
}
