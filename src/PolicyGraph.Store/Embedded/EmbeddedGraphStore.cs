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
/// A graph kept in a folder by this process alone: a journal of documents on the disk, the graph in memory. One writes at a time; readers
/// never wait, each query sees the graph as it was after one write.
/// </summary>
public sealed class EmbeddedGraphStore : IGraphStore
{
    private readonly string _folder;
    private readonly EmbeddedStoreOptions _options;
    private readonly StoreLock _folderLock;
    private readonly FactMapper _mapper;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ValuePool _pool = new();
    private readonly DocumentTable _documents = new();
    private Journal.Journal _journal = null!; // Set by OpenAsync before anybody has the store.
    private Compaction _compaction = null!; // As the journal.
    private volatile GraphVersion _graph;

    private EmbeddedGraphStore(string folder, GraphModel model, EmbeddedStoreOptions options, StoreLock folderLock)
    {
        _folder = folder;
        _options = options;
        _folderLock = folderLock;
        _mapper = new FactMapper(model);
        _graph = new GraphVersion(new GraphRegistry(new Kinds(model), _mapper, options.Folding));
    }

    /// <summary>The graph as it is now.</summary>
    internal GraphVersion Current => _graph;

    /// <summary>Opens the store in a folder, or begins one.</summary>
    /// <param name="folder">Made where it is missing, unless <paramref name="options"/> forbid.</param>
    /// <exception cref="StoreException"><see cref="StoreErrorCode.Locked"/>: another process has it open;
    /// <see cref="StoreErrorCode.Unsupported"/>: what lies there is no store, or one of a newer format;
    /// <see cref="StoreErrorCode.NotWritable"/>: the folder cannot be written.</exception>
    public static Task<EmbeddedGraphStore> OpenAsync(
        string folder,
        GraphModel model,
        EmbeddedStoreOptions options,
        CancellationToken cancellation
    ) => OpenAsync(folder, model, options, new JournalDisk(), cancellation);

    internal static async Task<EmbeddedGraphStore> OpenAsync(
        string folder,
        GraphModel model,
        EmbeddedStoreOptions options,
        JournalDisk disk,
        CancellationToken cancellation
    )
    {
        var store = new EmbeddedGraphStore(folder, model, options, StoreFolder.Enter(folder, options, disk));
        try
        {
            store._journal = await Journal.Journal.OpenAsync(folder, disk, new JournalReplay(store._documents), cancellation);
            store._compaction = new Compaction(store._journal, store._documents, options);
            store._graph = await GraphLoading.LoadAsync(store._graph, store._documents, store._pool, cancellation);
            return store;
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            store._folderLock.Dispose();
            throw new StoreException(StoreErrorCode.NotWritable, $"The store in {folder} cannot be opened: {failure.Message}", failure);
        }
        catch
        {
            store._folderLock.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<WriteOutcome> WriteAsync(
        IAsyncEnumerable<DocumentRecord> records,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var batch in RecordBatches.Of(records, _options.BatchSize, cancellation))
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

        await _writing.WaitAsync(cancellation);
        try
        {
            var session = new WriteSession(_graph, _documents, _mapper, _pool);
            if (!session.Remove(id))
            {
                return false;
            }

            await CommitAsync(session, cancellation);
            return true;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public IPreparedQuery Prepare(GraphQuery query) => new PreparedQuery(this, query);

    /// <inheritdoc/>
    public ValueTask<StoreStatus> StatusAsync(CancellationToken cancellation)
    {
        var now = _graph;
        return ValueTask.FromResult(
            new StoreStatus(
                _folder,
                now.Labels[now.Kinds.Label(Labels.Document).Ordinal].Count,
                now.Kinds.Nodes.ToFrozenDictionary(kind => kind.Label, kind => (long)now.Labels[kind.Ordinal].Count),
                now.Kinds.Edges.ToFrozenDictionary(kind => kind.Type.Name, kind => now.EdgeCounts[kind.Ordinal]),
                _compaction.Note is { } note ? [.. _journal.Notes, note] : [.. _journal.Notes]
            )
        );
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<DocumentRecord> ExportAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var now = _graph;
        var list = now.Labels[now.Kinds.Label(Labels.Document).Ordinal];
        for (var i = 0; i < list.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var entry = now.Node(list[i]).Document!; // Every document node has one.
            var record = await Task.Run(entry.Record.Read, cancellation);
            foreach (var source in entry.Sources.DefaultIfEmpty())
            {
                yield return record with
                {
                    Document = record.Document with { Source = source },
                };
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _journal.Dispose();
        _folderLock.Dispose();
        _writing.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Writes a batch as one transaction of the journal; records that contradict the ontology are refused and the others go on.
    /// </summary>
    private async Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<DocumentRecord> batch, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            var session = new WriteSession(_graph, _documents, _mapper, _pool);
            var outcomes = batch.Select(record => Put(session, record)).ToList();
            await CommitAsync(session, cancellation);
            return outcomes;
        }
        finally
        {
            _writing.Release();
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
            await _journal.AppendAsync(session.Journal, cancellation);
            _graph = session.Commit();
            _options.Committed?.Invoke(new GraphCommit(session.Changes));
            await _compaction.RunIfWorthwhileAsync();
        }
    }
}
