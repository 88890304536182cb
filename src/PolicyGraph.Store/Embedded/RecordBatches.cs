using System.Runtime.CompilerServices;
using System.Threading.Channels;
using PolicyGraph.Model;

namespace PolicyGraph.Store.Embedded;

/// <summary>
/// Puts records into batches: what has arrived while the batch before was written. So a slow source is acknowledged record by record, and a fast one shares
/// flushes of the disk among many.
/// </summary>
internal static class RecordBatches
{
    public static async IAsyncEnumerable<IReadOnlyList<DocumentRecord>> Of(
        IAsyncEnumerable<DocumentRecord> records, int size, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var arrived = Channel.CreateBounded<DocumentRecord>(new BoundedChannelOptions(size) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => ReadAsync(records, arrived.Writer, stop.Token), CancellationToken.None);
        try
        {
            while (await arrived.Reader.WaitToReadAsync(cancellation))
            {
                var batch = new List<DocumentRecord>();
                while (batch.Count < size && arrived.Reader.TryRead(out var record))
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

    private static async Task ReadAsync(IAsyncEnumerable<DocumentRecord> records, ChannelWriter<DocumentRecord> arrived, CancellationToken cancellation)
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
