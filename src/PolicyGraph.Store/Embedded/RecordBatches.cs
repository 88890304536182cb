using System.Runtime.CompilerServices;
using PolicyGraph.Model;

namespace PolicyGraph.Store.Embedded;

/// <summary>Puts records that are there already into batches; never waits for one more while it holds any, so that a slow source is acknowledged at once.</summary>
internal static class RecordBatches
{
    public static async IAsyncEnumerable<IReadOnlyList<DocumentRecord>> Of(
        IAsyncEnumerable<DocumentRecord> records, int size, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var batch = new List<DocumentRecord>();
        await using var source = records.GetAsyncEnumerator(cancellation);
        while (true)
        {
            var more = source.MoveNextAsync();
            if (batch.Count > 0 && (batch.Count >= size || !more.IsCompletedSuccessfully))
            {
                yield return batch;
                batch = [];
            }

            if (!await more)
            {
                break;
            }

            batch.Add(source.Current);
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}
