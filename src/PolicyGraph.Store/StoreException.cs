namespace PolicyGraph.Store;

/// <summary>The one exception of the stores: a code for programs, a message for people that says what, where and what to do.</summary>
public sealed class StoreException(StoreErrorCode code, string message, Exception? inner = null) : Exception(message, inner)
{
    public StoreErrorCode Code { get; } = code;

    /// <summary>True where the same call may succeed later without anybody doing anything.</summary>
    public bool IsTransient => Code is StoreErrorCode.Unavailable or StoreErrorCode.Conflict;
}

/// <summary>What went wrong, for programs to tell apart.</summary>
public enum StoreErrorCode
{
    /// <summary>The store does not answer, or is starting.</summary>
    Unavailable,

    /// <summary>A deadlock or a lost race; nothing was written.</summary>
    Conflict,

    /// <summary>Another process has the store open.</summary>
    Locked,

    /// <summary>Credentials missing or wrong.</summary>
    Unauthorized,

    /// <summary>What lies there is no store, or one of a newer format.</summary>
    Unsupported,

    /// <summary>What lies there is damaged.</summary>
    Damaged,

    /// <summary>The disk is full or not writable; what was acknowledged is safe.</summary>
    NotWritable,

    /// <summary>A cursor that this list did not give.</summary>
    BadCursor,

    /// <summary>A record that contradicts the ontology: an unknown id, an edge between wrong types.</summary>
    BadRecord,

    /// <summary>More work than a query may cause.</summary>
    TooExpensive,

    /// <summary>An error of the database that none of the others names.</summary>
    Failed,
}
