using System.Net;

namespace PolicyGraph.Store.Neo4j.Transport;

/// <summary>
/// What Neo4j's error codes (<c>Neo.ClientError.Security.Unauthorized</c>) mean to a caller, and what a person should do.
/// </summary>
internal static class Neo4jErrors
{
    /// <param name="status">Of the response; the Query API gives many failures one code.</param>
    public static StoreException Of(Neo4jAddress address, string code, string message, HttpStatusCode status = default)
    {
        var (kind, advice) = status == HttpStatusCode.NotFound && code == "Neo.ClientError.Request.Invalid" ? Gone : Meaning(address, code);
        return new(kind, $"Neo4j at {address}: {advice ?? message} ({code})");
    }

    /// <summary>What was to be done in the transaction may be done in another.</summary>
    private static (StoreErrorCode Kind, string? Advice) Gone =>
        (
            StoreErrorCode.Conflict,
            "the server knows the transaction no longer: it was started anew, or waited too long for the next statement."
        );

    private static (StoreErrorCode Kind, string? Advice) Meaning(Neo4jAddress address, string code) =>
        code switch
        {
            "Neo.ClientError.Security.Unauthorized" => (
                StoreErrorCode.Unauthorized,
                "user or password are wrong. Set NEO4J_USERNAME and NEO4J_PASSWORD."
            ),
            "Neo.ClientError.Security.AuthenticationRateLimit" => (
                StoreErrorCode.Unauthorized,
                "too many wrong passwords; the server refuses all for some seconds. Correct NEO4J_PASSWORD and try again."
            ),
            "Neo.ClientError.Security.Forbidden" or "Neo.ClientError.Security.CredentialsExpired" => (StoreErrorCode.Unauthorized, null),
            "Neo.ClientError.Database.DatabaseNotFound" => (
                StoreErrorCode.Unsupported,
                $"there is no database '{address.Database}'. Name one that exists in --store http://host:port/DATABASE."
            ),
            "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase" or "Neo.ClientError.Cluster.NotALeader" => (
                StoreErrorCode.NotWritable,
                "the database can only be read here. Write to the leader, or make it writable."
            ),
            "Neo.ClientError.Transaction.TransactionTimedOut" or "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration" => (
                StoreErrorCode.TooExpensive,
                "the statement took longer than allowed and was ended."
            ),
            "Neo.TransientError.General.OutOfMemoryError"
            or "Neo.TransientError.General.MemoryPoolOutOfMemoryError"
            or "Neo.TransientError.General.TransactionMemoryLimit" => (
                StoreErrorCode.TooExpensive,
                "the statement needs more memory than the server allows it."
            ),
            "Neo.TransientError.Database.DatabaseUnavailable" or "Neo.TransientError.General.DatabaseUnavailable" => (
                StoreErrorCode.Unavailable,
                "the database is starting or stopped. Try again in a moment."
            ),
            "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists"
            or "Neo.ClientError.Schema.ConstraintAlreadyExists"
            or "Neo.ClientError.Schema.IndexAlreadyExists" => (StoreErrorCode.Conflict, null), // Asked for where it is missing: another program made it in between.
            _ when code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) => (StoreErrorCode.Conflict, null),
            _ => (StoreErrorCode.Failed, null),
        };
}
