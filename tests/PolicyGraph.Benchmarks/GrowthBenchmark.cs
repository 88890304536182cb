using System.Diagnostics;
using System.Text;
using System.Text.Json;
using PolicyGraph.Api.Schema;
using PolicyGraph.GraphQL;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.Store.Embedded;

namespace PolicyGraph.Benchmarks;

/// <summary>
/// The same bounded pages asked of a small store and of a large one, in one process without a network: microseconds of processor time and
/// bytes allocated an operation. What is asked of is taken from each store's own data, so any two stores can be compared.
/// </summary>
internal sealed class GrowthBenchmark(IReadOnlyList<string> folders, TextWriter output)
{
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(2);

    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var folder in folders)
        {
            var schema = PolicyGraphSchema.Load();
            var watch = Stopwatch.StartNew();
            await using var store = await EmbeddedGraphStore.OpenAsync(folder, schema.Model, EmbeddedStoreOptions.Default, cancellation);
            var status = await store.StatusAsync(cancellation);
            await output.WriteLineAsync(
                $"{status.Documents} papers opened in {watch.Elapsed.TotalSeconds:F1} s, collecting {GC.GetTotalPauseDuration().TotalSeconds:F1} s so far, largest working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB"
            );
            var engine = schema.CreateEngine(store);
            foreach (var (name, operation) in await OperationsAsync(engine, cancellation))
            {
                await MeasureAsync(engine, name, operation, cancellation);
            }
        }
    }

    private static async Task<IReadOnlyList<(string Name, string Text)>> OperationsAsync(
        GraphQLEngine engine,
        CancellationToken cancellation
    )
    {
        var some = await AskAsync(
            engine,
            "{ policies(first: 1) { nodes { name } } statistics(first: 1) { nodes { indicator subject { name } evidence(first: 1) { quote } } } agencies(first: 1) { nodes { name } } }",
            cancellation
        );
        var policy = Text(some, "policies", "name");
        var agency = Text(some, "agencies", "name");
        var indicator = Text(some, "statistics", "indicator");
        var quote =
            some.GetProperty("statistics").GetProperty("nodes")[0].GetProperty("evidence")[0].GetProperty("quote").GetString() ?? "";
        var subject = some.GetProperty("statistics").GetProperty("nodes")[0].GetProperty("subject").GetProperty("name").GetString();
        return
        [
            ("one policy by name", $$"""{ policy(name: "{{policy}}") { name documentNumber } }"""),
            (
                "three hops, pages of 20",
                "{ agencies(first: 20) { nodes { name issued(first: 20) { nodes { name statistics(first: 20) { nodes { value unit } } } } } } }"
            ),
            (
                "filter through a relation, first 20",
                $$$"""{ policies(first: 20, where: {issuedBy: {some: {name: {eq: "{{{agency}}}"}} } }) { nodes { name } } }"""
            ),
            (
                "filter by relation and property, by day",
                $$$"""{ policies(first: 20, where: {issuedBy: {some: {name: {eq: "{{{agency}}}"}} }, issuedOn: {gte: "2020-01-01"}}, orderBy: [{issuedOn: DESC}]) { nodes { name issuedOn } } }"""
            ),
            (
                "statistics of one indicator, first 20",
                $$$"""{ statistics(first: 20, where: {indicator: {eq: "{{{indicator}}}"} }) { nodes { value unit } } }"""
            ),
            ("search, first 20", $$"""{ search(text: "{{agency[..4]}}", first: 20) { nodes { type name } } }"""),
            (
                "search for the end of one quote",
                $$"""{ search(text: "{{quote[^10..]}}", first: 20) { edges { node { name } highlights { text start end } } } }"""
            ),
            (
                "search for words that all quotes have",
                $$"""{ search(text: "{{indicator[..4]}}", first: 20) { edges { node { name } highlights { text start end } } } }"""
            ),
            ("the same with totalCount", $$"""{ search(text: "{{indicator[..4]}}", first: 20) { totalCount } }"""),
            (
                "metric",
                $$"""{ metric(indicator: "{{indicator}}", subject: "{{subject}}") { unit series { points { period { label } value } } } }"""
            ),
        ];
    }

    private static string Text(JsonElement data, string field, string property) =>
        data.GetProperty(field).GetProperty("nodes")[0].GetProperty(property).GetString()
        ?? throw new InvalidDataException($"The first of {field} has no {property}.");

    private static async Task<JsonElement> AskAsync(GraphQLEngine engine, string operation, CancellationToken cancellation)
    {
        using var answer = new PooledBuffer();
        var outcome = await engine.ExecuteAsync(
            new GraphQLRequest { Query = Encoding.UTF8.GetBytes(operation) },
            answer,
            host: null,
            cancellation
        );
        using var document = JsonDocument.Parse(answer.WrittenMemory);
        return outcome.Code is null
            ? document.RootElement.GetProperty("data").Clone()
            : throw new InvalidDataException(Encoding.UTF8.GetString(answer.WrittenSpan));
    }

    private async Task MeasureAsync(GraphQLEngine engine, string name, string operation, CancellationToken cancellation)
    {
        await AskAsync(engine, operation, cancellation);
        var request = new GraphQLRequest { Query = Encoding.UTF8.GetBytes(operation) };
        await RepeatAsync(engine, request, Warming, cancellation);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var (count, bytes, elapsed) = await RepeatAsync(engine, request, Measuring, cancellation);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        await output.WriteLineAsync(
            $"  {name}: {elapsed.TotalMicroseconds / count:F1} µs, {allocated / count} bytes allocated, {bytes} bytes answered"
        );
    }

    private static async Task<(long Count, int Bytes, TimeSpan Elapsed)> RepeatAsync(
        GraphQLEngine engine,
        GraphQLRequest request,
        TimeSpan time,
        CancellationToken cancellation
    )
    {
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        var (count, bytes) = (0L, 0);
        while (watch.Elapsed < time)
        {
            using var answer = new PooledBuffer();
            await engine.ExecuteAsync(request, answer, host: null, cancellation);
            (count, bytes) = (count + 1, answer.Length);
        }

        return (count, bytes, Environment.CpuUsage.TotalTime - before);
    }
}
