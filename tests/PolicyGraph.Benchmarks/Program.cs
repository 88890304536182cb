using System.Globalization;
using PolicyGraph.Api.Schema;
using PolicyGraph.Benchmarks;
using PolicyGraph.Benchmarks.Neo4j;
using PolicyGraph.Benchmarks.Questions;
using PolicyGraph.Benchmarks.Requests;

// Each takes the records into a new store in a temporary folder first. `serve` is what the others start as a process of its own.
switch (args)
{
    case ["store", var records]:
        await new StoreBenchmark(records, Console.Out).RunAsync(CancellationToken.None);
        return 0;
    case ["requests", var records]:
        await new RequestBenchmark(records, Console.Out).RunAsync(CancellationToken.None);
        return 0;
    case ["overload", var records]:
        await new OverloadBenchmark(records, Console.Out).RunAsync(CancellationToken.None);
        return 0;
    case ["neo4j-load", var records, var address, .. var turns]:
        await new LoadBenchmark(
            new BenchmarkServer(address),
            PolicyGraphSchema.Load().Model,
            records,
            turns is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 3,
            Console.Out
        ).RunAsync(CancellationToken.None);
        return 0;
    case ["neo4j", var address, .. var more]:
        await new QueryBenchmark(new BenchmarkServer(address), more.ElementAtOrDefault(0), Console.Out).RunAsync(
            more.ElementAtOrDefault(1) ?? "",
            CancellationToken.None
        );
        return 0;
    case ["growth", .. var folders]:
        await new GrowthBenchmark(folders, Console.Out).RunAsync(CancellationToken.None);
        return 0;
    case ["search"]:
        await new SearchBenchmark(Console.Out).RunAsync(CancellationToken.None);
        return 0;
    case ["questions", var place]:
        await new QuestionBenchmark(place, Console.Out).RunAsync(CancellationToken.None);
        return 0;
    case ["serve", var records, var url]:
        await ServedStore.RunAsync(records, url, CancellationToken.None);
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            "store | requests | overload | questions, then a file of records, one JSON object a line (questions takes a store's folder too); neo4j-load, then that and an address; neo4j, then an address; growth, then folders of stores; or search, alone."
        );
        return 2;
}
