using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.GraphQL;

/// <summary>What a client asks, before anything is known of it.</summary>
public readonly record struct GraphQLRequest
{
    private readonly IReadOnlyList<UploadPlace>? _uploads;

    /// <summary>The document as UTF-8; empty where the request names a persisted document instead.</summary>
    public ReadOnlyMemory<byte> Query { get; init; }

    /// <summary>
    /// Whether <see cref="Query"/> is the inside of a JSON string, its escapes still in place: decoded only where the text is not known
    /// yet.
    /// </summary>
    public bool IsQueryEscaped { get; init; }

    /// <summary>Which operation of the document; null where it has only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>The variables as one JSON object; empty where there are none.</summary>
    public ReadOnlyMemory<byte> Variables { get; init; }

    /// <summary>The files that came with the request, each with its place in the variables.</summary>
    public IReadOnlyList<UploadPlace> Uploads
    {
        get => _uploads ?? [];
        init => _uploads = value;
    }

    /// <summary>SHA-256 of a persisted document in hexadecimal, without <c>sha256:</c>; null for documents sent as text alone.</summary>
    public string? DocumentHash { get; init; }

    /// <summary>Whether to keep <see cref="Query"/> under <see cref="DocumentHash"/> (Apollo's automatic persisted queries).</summary>
    public bool MayPersist { get; init; }

    /// <summary>What a client calls the operation on a shared event stream (graphql-sse, single connection mode); null elsewhere.</summary>
    public string? OperationId { get; init; }

    /// <summary>Whether mutations are refused: requests by GET.</summary>
    public bool QueriesOnly { get; init; }

    /// <summary>Whether to answer with the price in <c>extensions.cost</c>.</summary>
    public bool WantsCost { get; init; }

    /// <summary>
    /// Whether to answer with the plan in <c>extensions.plan</c> and the price instead of running it; passed over where introspection is
    /// switched off.
    /// </summary>
    public bool WantsPlan { get; init; }
}
