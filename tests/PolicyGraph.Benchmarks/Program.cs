using PolicyGraph.Benchmarks;

// PolicyGraph.Benchmarks RECORDS.jsonl: takes the records into a new store in a temporary folder, opens it again, and asks the queries of StoreQueries.
if (args is not [var records])
{
    await Console.Error.WriteLineAsync("Name a file of records, one JSON object a line.");
    return 2;
}

await new StoreBenchmark(records, Console.Out).RunAsync(CancellationToken.None);
return 0;
