using PolicyGraph.Store.Conformance.Plain;
using PolicyGraph.Store.Conformance.Randomized;

namespace PolicyGraph.Store.Conformance;

/// <summary>What every store must do, whichever it is: its answers are held against a plain evaluation of the same documents. Each store's tests derive from it.</summary>
public abstract class StoreConformance
{
    /// <summary>A store that holds nothing.</summary>
    protected abstract Task<IGraphStore> OpenEmptyAsync();

    /// <summary>Queries put to the store after each of three rounds of writing; a store that plans each text anew takes fewer.</summary>
    protected virtual int QueriesPerRound => 40;

    /// <summary>Random queries over random papers are answered as the plain evaluation does.</summary>
    protected async Task CompareAsync(int seed)
    {
        await using var store = await OpenEmptyAsync();
        var held = new HeldDocuments();
        var records = new RandomRecords(seed);
        var random = new Random(seed);
        for (var round = 0; round < 3; round++)
        {
            var batch = Enumerable.Range(0, 12).Select(_ => records.Next()).ToArray();
            await store.PutAsync(batch);
            held.Put(batch);
            await RemoveOneAsync(store, held, random);
            await CompareAsync(store, new PlainGraph(TestModel.Model, held.All), new RandomQueries(TestModel.Model, (seed * 10) + round));
        }
    }

    private static async Task RemoveOneAsync(IGraphStore store, HeldDocuments held, Random random)
    {
        var gone = held.Ids[random.Next(held.Ids.Count)];
        Assert.True(await store.RemoveAsync(gone, CancellationToken.None));
        Assert.False(await store.RemoveAsync(gone, CancellationToken.None));
        held.Remove(gone);
    }

    private async Task CompareAsync(IGraphStore store, PlainGraph graph, RandomQueries queries)
    {
        var length = 0;
        for (var i = 0; i < QueriesPerRound; i++)
        {
            var (root, values) = queries.Next();
            var expected = new PlainAnswers(graph, new(values)).Answer(root);
            Assert.Equal(expected, await store.AnswerAsync(root, values));
            length += expected.Length;
        }

        Assert.True(length > 125 * QueriesPerRound, "The queries found next to nothing, so they proved nothing.");
    }
}
