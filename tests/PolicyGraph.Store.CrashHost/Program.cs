using System.Globalization;
using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Conformance.Randomized;
using PolicyGraph.Store.Embedded;

// PolicyGraph.Store.CrashHost FOLDER SEED: takes made-up papers into a store for ever, one line for each that was acknowledged, until it is
// killed.
var records = new RandomRecords(int.Parse(args[1], CultureInfo.InvariantCulture));
await using var store = await EmbeddedGraphStore.OpenAsync(
    args[0],
    TestModel.Model,
    EmbeddedStoreOptions.Default with
    {
        CompactAfterBytes = 20_000,
    },
    CancellationToken.None
);
await foreach (var outcome in store.WriteAsync(Endless(records), CancellationToken.None))
{
    await Console.Out.WriteLineAsync($"{outcome.DocumentId} {outcome.Replaced}");
}

static async IAsyncEnumerable<PolicyGraph.Model.DocumentRecord> Endless(RandomRecords records)
{
    while (true)
    {
        yield return records.Next();
        await Task.Yield();
    }
}
