using System.Diagnostics;
using System.Text.Json.Nodes;

namespace PolicyGraph.GraphQL.Tests.Oracle;

/// <summary>graphql-js behind tests/oracle/answer.mjs. Needs Node and the packages of tests/oracle (installed by <c>npm ci</c> where they are missing).</summary>
internal static class ReferenceImplementation
{
    private static readonly Lazy<string?> Unavailable = new(FindReason);

    /// <summary>The folder tests/oracle.</summary>
    public static string Folder { get; } = FindFolder();

    /// <summary>Why it cannot be asked here, or null where it can.</summary>
    public static string? WhyNot => Unavailable.Value;

    /// <summary>Its answers, in the order of the cases.</summary>
    public static async Task<IReadOnlyList<JsonObject>> AnswerAsync(IReadOnlyList<OracleCase> cases, IReadOnlyDictionary<string, string> schemaFiles)
    {
        using var node = Start("node", ["answer.mjs", .. schemaFiles.Select(file => $"{file.Key}={file.Value}")]);
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

    /// <summary>Runs a script of the folder to its end; its output.</summary>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        using var node = Start("node", arguments);
        node.StandardInput.Close();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return output;
    }

    private static string? FindReason()
    {
        try
        {
            using (var version = Start("node", ["--version"]))
            {
                version.WaitForExit();
            }

            if (!Directory.Exists(Path.Combine(Folder, "node_modules", "graphql-http")))
            {
                using var install = Start("npm", ["ci", "--silent"]);
                install.WaitForExit();
            }

            return Directory.Exists(Path.Combine(Folder, "node_modules", "graphql-http")) ? null : "The packages of tests/oracle cannot be installed here.";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node is not installed here.";
        }
    }

    private static Process Start(string program, IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })
        ?? throw new InvalidOperationException($"{program} did not start.");

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PolicyGraph.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("The repository's root is not above the tests."), "tests", "oracle");
    }
}

/// <summary>A test that asks the reference implementation; skipped, with the reason, where that is not possible.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute() => Skip = ReferenceImplementation.WhyNot;
}
