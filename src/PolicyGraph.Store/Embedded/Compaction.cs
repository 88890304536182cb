using PolicyGraph.Store.Embedded.Journal;

namespace PolicyGraph.Store.Embedded;

/// <summary>Decides when the journal is written anew without what is not wanted any more, and does it.</summary>
internal static class Compaction
{
    private const int BatchSize = 256;

    public static async Task RunIfWorthwhileAsync(
        Journal.Journal journal, DocumentTable documents, EmbeddedStoreOptions options, CancellationToken cancellation)
    {
        var unwanted = journal.Length - documents.Length;
        if (!journal.IsDamaged && unwanted > options.CompactAfterBytes && unwanted > documents.Length)
        {
            await journal.CompactAsync(documents.All.Chunk(BatchSize).Select(Batch), cancellation);
        }
    }

    private static JournalBatch Batch(StoredDocument[] documents)
    {
        var batch = new JournalBatch();
        foreach (var document in documents)
        {
            batch.Add([new PutEntry(document.Id, document.Fingerprint, document.Sources, document.Record.ReadBytes(), document.Record)]);
        }

        return batch;
    }
}
