using System.CommandLine;
using System.Text;
using System.Text.Json;
using PolicyGraph.GraphQL;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.Commands;

/// <summary>
/// <c>policygraph query TEXT [--variables JSON] [--store]</c>: one operation without a server; the response goes to standard output.
/// </summary>
internal static class QueryCommand
{
    public static Command Create()
    {
        var text = new Argument<string>("TEXT") { Description = "The operation; - reads it from standard input." };
        var variables = new Option<string?>("--variables") { Description = "Values of its variables, a JSON object." };
        var store = CommonOptions.Store();
        var command = new Command("query", "Answers one GraphQL operation.") { text, variables, store };
        command.SetAction(
            (parsed, cancellation) =>
                Failures.GuardAsync(
                    () => RunAsync(parsed.GetRequiredValue(text), parsed.GetValue(variables), parsed.GetRequiredValue(store), cancellation),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(string text, string? variables, string location, CancellationToken cancellation)
    {
        await using var graph = await Composition.OpenStoreAsync(location, createIfMissing: false, cancellation);
        var query = text == "-" ? await Console.In.ReadToEndAsync(cancellation) : text;
        var engine = graph.Schema.CreateEngine(graph.Store, new EngineOptions());
        using var output = new PooledBuffer();
        var request = new GraphQLRequest { Query = Encoding.UTF8.GetBytes(query), Variables = Encoding.UTF8.GetBytes(variables ?? "{}") };
        var outcome = await engine.ExecuteAsync(request, output, host: null, cancellation);
        using var response = JsonDocument.Parse(output.WrittenMemory);
        Console.WriteLine(JsonSerializer.Serialize(response.RootElement, ReadableJson.Options));
        return outcome.Kind switch
        {
            OutcomeKind.Refused => ExitCode.BadInput,
            OutcomeKind.Complete => ExitCode.Success,
            _ => ExitCode.Partly,
        };
    }
}
