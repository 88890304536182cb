using System.Text;
using PolicyGraph.Api.Schema;
using PolicyGraph.GraphQL;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.Benchmarks.Neo4j;

/// <summary>
/// How fast questions are answered: by a statement written by hand over the Query API, which is the limit; by the engine and the store
/// inside this process; by the service over the network; by @neo4j/graphql on the same server. In turns, eight connections each; the median
/// of the turns' ratios counts, by the clock and by processor time.
/// </summary>
internal sealed class QueryBenchmark(BenchmarkServer server, string? peer, TextWriter output)
{
    private const int Turns = 9;

    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(1);

    /// <param name="only">A part of the names of those questions that are asked; empty for all.</param>
    public async Task RunAsync(string only, CancellationToken cancellation)
    {
        using var api = server.QueryApi();
        var log = new StatementLog { IsOn = false };
        var schema = PolicyGraphSchema.Load();
        await using var store = await server.OpenAsync(schema.Model, log, cancellation);
        var engine = schema.CreateEngine(store, new EngineOptions());
        using var service = await Endpoint.StartServiceAsync(server, cancellation);
        using var other = peer is null ? null : await Endpoint.StartPeerAsync(peer, server, cancellation);
        var questions = Questions.Of(await NamesAsync(api, "Policy", cancellation), await NamesAsync(api, "Agency", cancellation));
        foreach (var question in questions.Where(question => question.Name.Contains(only, StringComparison.Ordinal)))
        {
            var ways = new List<Way>
            {
                ByHand(api, question),
                Inside(engine, question),
                service.Way("service", question, question.Operation),
            };
            if (question.Peer is not null && other is not null)
            {
                ways.Add(other.Way("@neo4j/graphql", question, question.Peer));
            }

            await output.WriteLineAsync($"\n{question.Name}: {question.Operation}\n  by hand: {question.Statement}");
            log.IsOn = true;
            await CheckAsync(question, ways, cancellation);
            log.IsOn = false;
            await output.WriteLineAsync($"  sent:    {string.Join("\n           ", log.Take().Select(one => one.Text))}");
            await MeasureAsync(ways, api, cancellation);
        }
    }

    private async Task MeasureAsync(List<Way> ways, QueryApi api, CancellationToken cancellation)
    {
        foreach (var way in ways)
        {
            await way.TurnAsync(Warming, () => BenchmarkServer.ProcessorAsync(api, cancellation), cancellation);
        }

        var turns = ways.ConvertAll(_ => new List<Turn>());
        for (var i = 0; i < Turns; i++)
        {
            for (var way = 0; way < ways.Count; way++)
            {
                turns[way].Add(await ways[way].TurnAsync(Measuring, () => BenchmarkServer.ProcessorAsync(api, cancellation), cancellation));
            }
        }

        for (var way = 0; way < ways.Count; way++)
        {
            var pairs = turns[way]
                .Zip(turns[0], (own, hand) => new Turn(own.Rate / hand.Rate, hand.Server / own.Server, hand.Whole / own.Whole))
                .ToList();
            await output.WriteLineAsync(
                $"  {ways[way].Name, -16} {Turn.Median(turns[way])}; of the speed by hand {Turn.Median(pairs, pair => pair.Rate):P0} by the clock, {Turn.Median(pairs, pair => pair.Own):P0} by processor time, Neo4j's part {Turn.Median(pairs, pair => pair.Server):P0}"
            );
        }

        await output.WriteLineAsync($"  load of the machine {BenchmarkServer.Load}");
    }

    private static async Task CheckAsync(Question question, List<Way> ways, CancellationToken cancellation)
    {
        foreach (var way in ways)
        {
            var answer = Encoding.UTF8.GetString((await way.Ask(1, cancellation)).Span);
            var found = answer.Split(question.Leaves).Length - 1;
            if (found < question.LeafCount || answer.Contains("\"errors\"", StringComparison.Ordinal))
            {
                throw new InvalidOperationException(
                    $"{way.Name} answers {question.Name} with {found} times {question.Leaves}: {answer[..Math.Min(answer.Length, 600)]}"
                );
            }
        }
    }

    private static Way ByHand(QueryApi api, Question question)
    {
        var bodies = question.Variables.Select(variables => QueryApi.Body(question.Statement, variables, isRead: true)).ToArray();
        return new(
            "by hand",
            async (number, cancellation) => await api.SendAsync(bodies[number % bodies.Length], cancellation),
            () => Environment.CpuUsage.TotalTime
        );
    }

    private static Way Inside(GraphQLEngine engine, Question question)
    {
        var requests = question
            .Variables.Select(variables => new GraphQLRequest
            {
                Query = Encoding.UTF8.GetBytes(question.Operation),
                Variables = Encoding.UTF8.GetBytes(variables),
            })
            .ToArray();
        return new(
            "engine and store",
            async (number, cancellation) =>
            {
                using var answer = new PooledBuffer();
                await engine.ExecuteAsync(requests[number % requests.Length], answer, null, cancellation);
                return answer.WrittenMemory.ToArray();
            },
            () => Environment.CpuUsage.TotalTime
        );
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(QueryApi api, string label, CancellationToken cancellation) =>
        [
            .. (await api.AskAsync($"MATCH (n:{label}) RETURN n.name ORDER BY n.id LIMIT 50", "{}", cancellation))
                .EnumerateArray()
                .Select(row => row[0].GetString() ?? ""),
        ];
}
