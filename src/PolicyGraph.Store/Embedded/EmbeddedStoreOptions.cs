using PolicyGraph.Store.Changes;

namespace PolicyGraph.Store.Embedded;

/// <summary>How an embedded store is opened.</summary>
public sealed record EmbeddedStoreOptions
{
    public static EmbeddedStoreOptions Default { get; } = new();

    /// <summary>True (the default) to begin a new store where the folder is missing or empty; false makes that an error.</summary>
    public bool CreateIfMissing { get; init; } = true;

    /// <summary>The most documents that share one flush to the disk; 512 unless told otherwise.</summary>
    public int BatchSize { get; init; } = 512;

    /// <summary>
    /// The journal is compacted when records that are not wanted any more take up more than this many bytes and more than the wanted ones;
    /// 64 MiB unless told otherwise.
    /// </summary>
    public long CompactAfterBytes { get; init; } = 64L << 20;

    /// <summary>Which characters a search takes for the same; full-width forms and capitals unless told otherwise.</summary>
    public ITextFolding Folding { get; init; } = PlainFolding.Instance;

    /// <summary>
    /// Told, as a sentence for a person, of what went wrong without failing anybody's call: a compaction. Under the writer's lock; must not
    /// throw. Nobody unless told otherwise.
    /// </summary>
    public Action<string>? Noted { get; init; }

    /// <summary>
    /// Told of every transaction, under the writer's lock: must be quick, and must not throw. Nobody unless told otherwise.
    /// </summary>
    public Action<GraphCommit>? Committed { get; init; }
}
