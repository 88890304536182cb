using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using PolicyGraph.Model;
using PolicyGraph.Store.Changes;
using PolicyGraph.Store.Embedded.Journal;
using PolicyGraph.Store.Embedded.Loading;
using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded;

/// <summary>
/// A graph kept in a folder by this process alone: a journal of documents on the disk, the graph in memory. One writes at a time; readers never wait, each
/// query sees the graph as it was after one write.
/// </summary>
public sealed class EmbeddedGraphStore : IGraphStore
{
    private readonly string folder;
    private readonly EmbeddedStoreOptions options;
    private readonly StoreLock folderLock;
    private readonly FactMapper mapper;
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly ValuePool pool = new();
    private readonly DocumentTable documents = new();
    private Journal.Journal journal = null!; // Set by OpenAsync before anybody has the store.
    private Compaction compaction = null!; // As the journal.
    private volatile GraphVersion graph;

    private EmbeddedGraphStore(string folder, GraphModel model, EmbeddedStoreOptions options, StoreLock folderLock)
    {
        this.folder = folder;
        this.options = options;
        this.folderLock = folderLock;
        mapper = new FactMapper(model);
        graph = new GraphVersion(new GraphRegistry(new Kinds(model), mapper, options.Folding));
    }

    /// <summary>The graph as it is now.</summary>
    internal GraphVersion Current => graph;

    /// <summary>Opens the store in a folder, or begins one.</summary>
    /// <param name="folder">Made where it is missing, unless <paramref name="options"/> forbid.</param>
    /// <exception cref="StoreException">
    /// <see cref="StoreErrorCode.Locked"/>: another process has it open; <see cref="StoreErrorCode.Unsupported"/>: what lies there is no store, or one of a newer
    /// format; <see cref="StoreErrorCode.NotWritable"/>: the folder cannot be written.
    /// </exception>
    public static Task<EmbeddedGraphStore> OpenAsync(string folder, GraphModel model, EmbeddedStoreOptions options, CancellationToken cancellation) =>
        OpenAsync(folder, model, options, new JournalDisk(), cancellation);

    internal static async Task<EmbeddedGraphStore> OpenAsync(
        string folder, GraphModel model, EmbeddedStoreOptions options, JournalDisk disk, CancellationToken cancellation)
    {
        var store = new EmbeddedGraphStore(folder, model, options, StoreFolder.Enter(folder, options));
        try
        {
            store.journal = await Journal.Journal.OpenAsync(folder, disk, new JournalReplay(store.documents), cancellation);
            store.compaction = new Compaction(store.journal, store.documents, options);
            store.graph = await GraphLoading.LoadAsync(store.graph, store.documents, store.pool, cancellation);
            return store;
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            store.folderLock.Dispose();
            throw new StoreException(StoreErrorCode.NotWritable, $"The store in {folder} cannot be opened: {failure.Message}", failure);
        }
        catch
        {
            store.folderLock.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<WriteOutcome> WriteAsync(
        IAsyncEnumerable<DocumentRecord> records, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var batch in RecordBatches.Of(records, options.BatchSize, cancellation))
        {
            foreach (var outcome in await WriteAsync(batch, cancellation))
            {
                yield return outcome;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RemoveAsync(string documentId, CancellationToken cancellation)
    {
        if (!NodeId.TryParse(documentId, out _, out var id) || documentId != new NodeId(Labels.Document, id).ToString())
        {
            return false;
        }

        await writing.WaitAsync(cancellation);
        try
        {
            var session = new WriteSession(graph, documents, mapper, pool);
            if (!session.Remove(id))
            {
                return false;
            }

            await CommitAsync(session, cancellation);
            return true;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc/>
    public IPreparedQuery Prepare(GraphQuery query) => new PreparedQuery(this, query);

    /// <inheritdoc/>
    public ValueTask<StoreStatus> StatusAsync(CancellationToken cancellation)
    {
        var now = graph;
        return ValueTask.FromResult(new StoreStatus(
            folder,
            now.Labels[now.Kinds.Label(Labels.Document).Ordinal].Count,
            now.Kinds.Nodes.ToFrozenDictionary(kind => kind.Label, kind => (long)now.Labels[kind.Ordinal].Count),
            now.Kinds.Edges.ToFrozenDictionary(kind => kind.Type.Name, kind => now.EdgeCounts[kind.Ordinal]),
            compaction.Note is { } note ? [.. journal.Notes, note] : [.. journal.Notes]));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<DocumentRecord> ExportAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var now = graph;
        var list = now.Labels[now.Kinds.Label(Labels.Document).Ordinal];
        for (var i = 0; i < list.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var entry = now.Node(list[i]).Document!; // Every document node has one.
            var record = await Task.Run(entry.Record.Read, cancellation);
            foreach (var source in entry.Sources.DefaultIfEmpty())
            {
                yield return record with { Document = record.Document with { Source = source } };
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        journal.Dispose();
        folderLock.Dispose();
        writing.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Writes a batch as one transaction of the journal; records that contradict the ontology are refused and the others go on.</summary>
    private async Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<DocumentRecord> batch, CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            var session = new WriteSession(graph, documents, mapper, pool);
            var outcomes = batch.Select(record => Put(session, record)).ToList();
            await CommitAsync(session, cancellation);
            return outcomes;
        }
        finally
        {
            writing.Release();
        }
    }

    private static WriteOutcome Put(WriteSession session, DocumentRecord record)
    {
        try
        {
            return session.Put(record);
        }
        catch (StoreException bad) when (bad.Code == StoreErrorCode.BadRecord)
        {
            return WriteOutcome.Refused(record, bad);
        }
    }

    private async Task CommitAsync(WriteSession session, CancellationToken cancellation)
    {
        if (!session.IsEmpty)
        {
            await journal.AppendAsync(session.Journal, cancellation);
            graph = session.Commit();
            options.Committed?.Invoke(new GraphCommit(session.Changes));
            await compaction.RunIfWorthwhileAsync();
        }
    }
}
