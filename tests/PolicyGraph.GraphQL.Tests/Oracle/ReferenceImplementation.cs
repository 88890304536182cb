using System.Text.Json.Nodes;

namespace PolicyGraph.GraphQL.Tests.Oracle;

/// <summary>graphql-js behind tests/oracle/answer.mjs.</summary>
internal static class ReferenceImplementation
{
    /// <summary>The project tests/oracle.</summary>
    public static NodeProject Project { get; } = new("oracle");

    /// <summary>Its answers, in the order of the cases.</summary>
    public static async Task<IReadOnlyList<JsonObject>> AnswerAsync(
        IReadOnlyList<OracleCase> cases,
        IReadOnlyDictionary<string, string> schemaFiles
    )
    {
        using var node = Project.Start("node", ["answer.mjs", .. schemaFiles.Select(file => $"{file.Key}={file.Value}")]);
        var writing = Task.Run(async () =>
        {
            foreach (var asked in cases)
            {
                await node.StandardInput.WriteLineAsync(asked.ToJson().ToJsonString());
            }

            node.StandardInput.Close();
        });
        var answers = new List<JsonObject>();
        while (await node.StandardOutput.ReadLineAsync() is { } line)
        {
            answers.Add((JsonObject)JsonNode.Parse(line, documentOptions: new() { MaxDepth = 512 })!);
        }

        await writing;
        await node.WaitForExitAsync();
        Assert.Equal(cases.Count, answers.Count);
        return answers;
    }
}

/// <summary>A test that asks the reference implementation; skipped, with the reason, where that is not possible.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute() => Skip = ReferenceImplementation.Project.WhyNot;
}
