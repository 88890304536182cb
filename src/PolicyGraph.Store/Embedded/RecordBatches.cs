using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace PolicyGraph.Store.Embedded;

/// <summary>
/// Puts records into batches: what has arrived while the batch before was written. So a slow source is acknowledged record by record, and a
/// fast one shares flushes of the disk among many.
/// </summary>
internal static class RecordBatches
{
    /// <param name="records">Read ahead, by a task of its own: what is done with each record in there is done while the batch before is
    /// written.</param>
    /// <param name="size">The most records of a batch.</param>
    /// <param name="weight">What a record weighs; none for nothing.</param>
    /// <param name="most">A batch ends with the record that brings it to this weight.</param>
    public static async IAsyncEnumerable<IReadOnlyList<T>> Of<T>(
        IAsyncEnumerable<T> records,
        int size,
        [EnumeratorCancellation] CancellationToken cancellation,
        Func<T, int>? weight = null,
        int most = int.MaxValue
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var arrived = Channel.CreateBounded<T>(new BoundedChannelOptions(size) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => ReadAsync(records, arrived.Writer, stop.Token), CancellationToken.None);
        try
        {
            while (await arrived.Reader.WaitToReadAsync(cancellation))
            {
                var batch = new List<T>();
                for (
                    var load = 0;
                    batch.Count < size && load < most && arrived.Reader.TryRead(out var record);
                    load += weight?.Invoke(record) ?? 0
                )
                {
                    batch.Add(record);
                }

                yield return batch;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    private static async Task ReadAsync<T>(IAsyncEnumerable<T> records, ChannelWriter<T> arrived, CancellationToken cancellation)
    {
        try
        {
            await foreach (var record in records.WithCancellation(cancellation))
            {
                await arrived.WriteAsync(record, cancellation);
            }

            arrived.Complete();
        }
        catch (Exception failure)
        {
            // Handed to the reader, who meets it behind the records that came before.
            arrived.Complete(failure);
        }
    }
}
