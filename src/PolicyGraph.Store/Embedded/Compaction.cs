using PolicyGraph.Store.Embedded.Journal;

namespace PolicyGraph.Store.Embedded;

/// <summary>
/// Decides when the journal is written anew without what is not wanted any more, and does it. Used by one writer at a time.
/// </summary>
internal sealed class Compaction(Journal.Journal journal, DocumentTable documents, EmbeddedStoreOptions options)
{
    private const int BatchSize = 256;

    private volatile string? _note;
    private long _failedAt;

    /// <summary>For a person: why the last compaction failed; null where it did not.</summary>
    public string? Note => _note;

    /// <summary>
    /// Compacts where it is worthwhile. Comes after a write that is in force already, so it never fails it: what goes wrong is noted and
    /// told, and tried again when as much more is not wanted as makes a compaction worthwhile at all.
    /// </summary>
    public async Task RunIfWorthwhileAsync()
    {
        var unwanted = journal.Length - documents.Length;
        if (journal.IsDamaged || unwanted <= _failedAt + options.CompactAfterBytes || unwanted <= documents.Length)
        {
            return;
        }

        try
        {
            await journal.CompactAsync(documents.All.Chunk(BatchSize).Select(Batch), CancellationToken.None);
            (_failedAt, _note) = (0, null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or StoreException)
        {
            _failedAt = unwanted;
            _note =
                $"The journal could not be compacted: {failure.Message} Nothing is lost, but {unwanted} bytes that nobody wants any "
                + "more stay on the disk; make room, or make the folder writable.";
            options.Noted?.Invoke(_note);
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
