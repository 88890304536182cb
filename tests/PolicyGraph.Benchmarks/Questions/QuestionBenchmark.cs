using System.Diagnostics;
using System.Text;
using System.Text.Json;
using PolicyGraph.Api.Schema;
using PolicyGraph.Api.Searching;
using PolicyGraph.Benchmarks.Requests;
using PolicyGraph.GraphQL;
using PolicyGraph.GraphQL.Cost;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.Store.Embedded;

namespace PolicyGraph.Benchmarks.Questions;

/// <summary>
/// Price and time of the users' questions, whole operations inside one process: from text to response, over a store or a file of records.
/// </summary>
internal sealed class QuestionBenchmark(string place, TextWriter output)
{
    private const int MostRuns = 200;
    private const double Median = 0.5;
    private const double Slow = 0.99;

    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(2);

    private static readonly PolicyGraphSchema Schema = PolicyGraphSchema.Load();

    public async Task RunAsync(CancellationToken cancellation)
    {
        var isStore = Directory.Exists(place);
        var folder = isStore ? place : Directory.CreateTempSubdirectory("policygraph-benchmark-").FullName;
        try
        {
            await using var store = await EmbeddedGraphStore.OpenAsync(
                folder,
                Schema.Model,
                EmbeddedStoreOptions.Default with
                {
                    Folding = ChineseFolding.Instance,
                },
                cancellation
            );
            await foreach (
                var _ in store.WriteAsync(
                    isStore ? AsyncEnumerable.Empty<Model.DocumentRecord>() : ServedStore.ReadAsync(place, cancellation),
                    cancellation
                )
            ) { }

            var engine = Schema.CreateEngine(store, new EngineOptions { Limits = new OperationLimits { MaxPrice = double.MaxValue } });
            var variables = await SubjectsAsync(engine, cancellation);
            await output.WriteLineAsync(
                "| question | price | rows expected | answer | median | 99th percentile |\n|---|---|---|---|---|---|"
            );
            foreach (var (name, text) in QuestionOperations.All)
            {
                await MeasureAsync(engine, name, text, variables, cancellation);
            }
        }
        finally
        {
            if (!isStore)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private async Task MeasureAsync(GraphQLEngine engine, string name, string text, byte[] variables, CancellationToken cancellation)
    {
        var request = new GraphQLRequest { Query = Encoding.UTF8.GetBytes(text), Variables = variables };
        var (price, rows) = await ExplainAsync(engine, request, cancellation);
        var (times, watch, length) = (new List<double>(), Stopwatch.StartNew(), 0);
        for (var i = 0; i < MostRuns && (i < 3 || watch.Elapsed < Measuring); i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            using var answer = new PooledBuffer();
            await engine.ExecuteAsync(request, answer, host: null, cancellation);
            times.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
            length = answer.WrittenMemory.Length;
            if (answer.WrittenMemory.Span.StartsWith("{\"errors"u8))
            {
                throw new InvalidOperationException($"{name}: {Encoding.UTF8.GetString(answer.WrittenMemory.Span)}");
            }
        }

        times.RemoveAt(0); // Planned and compiled there.
        times.Sort();
        await output.WriteLineAsync(
            FormattableString.Invariant(
                $"| {name} | {price:N0} | {rows:N0} | {length:N0} bytes | {times[(int)(times.Count * Median)]:F2} ms | {times[(int)(times.Count * Slow)]:F2} ms |"
            )
        );
    }

    private static async Task<(double Price, double Rows)> ExplainAsync(
        GraphQLEngine engine,
        GraphQLRequest request,
        CancellationToken cancellation
    )
    {
        using var answer = new PooledBuffer();
        await engine.ExecuteAsync(request with { WantsPlan = true }, answer, host: null, cancellation);
        using var json = JsonDocument.Parse(answer.WrittenMemory);
        var extensions = json.RootElement.GetProperty("extensions");
        var rows = extensions.GetProperty("plan").EnumerateArray().Sum(field => field.GetProperty("rows").GetDouble());
        return (extensions.GetProperty("cost").GetProperty("price").GetDouble(), rows);
    }

    /// <summary>The variables of all operations: names that the data set has.</summary>
    private static async Task<byte[]> SubjectsAsync(GraphQLEngine engine, CancellationToken cancellation)
    {
        using var answer = new PooledBuffer();
        await engine.ExecuteAsync(
            new GraphQLRequest { Query = Encoding.UTF8.GetBytes(QuestionOperations.Subjects) },
            answer,
            host: null,
            cancellation
        );
        using var json = JsonDocument.Parse(answer.WrittenMemory);
        var data = json.RootElement.GetProperty("data");
        string?[] Of(string list, string property) =>
            [.. data.GetProperty(list).GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty(property).GetString())];
        var (agencies, policies) = (Of("agencies", "name"), Of("policies", "name"));
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                policy = policies[0],
                subjects = policies,
                indicator = Of("indicators", "name")[0],
                one = agencies[0],
                other = agencies[^1],
                title = Of("documents", "title")[0],
            }
        );
    }
}
