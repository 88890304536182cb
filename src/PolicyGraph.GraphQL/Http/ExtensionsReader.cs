using System.Text.Json;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Http;

/// <summary>
/// The extensions of a request that this service knows: <c>persistedQuery: {version: 1, sha256Hash}</c> (Apollo's automatic persisted
/// queries), <c>cost: true</c>, <c>plan: true</c>, <c>operationId</c> (graphql-sse).
/// </summary>
internal static class ExtensionsReader
{
    /// <summary>The request with what its extensions say; the reader stands on their value and is left on its end.</summary>
    /// <exception cref="GraphQLException">They are no object, or a known one has the wrong form.</exception>
    public static GraphQLRequest Read(ref Utf8JsonReader reader, GraphQLRequest request)
    {
        var value = RawJson.Read(ref reader);
        if (value.IsNull)
        {
            return request;
        }

        if (value.Kind is not InputKind.Object)
        {
            throw new GraphQLException(ErrorCodes.BadRequest, "The extensions must be one JSON object.");
        }

        var extensions = value.AsObject();
        var hash = extensions["persistedQuery"] is { Kind: InputKind.Object } persisted ? Hash(persisted.AsObject()) : null;
        return request with
        {
            DocumentHash = hash ?? request.DocumentHash,
            MayPersist = hash is not null,
            WantsCost = request.WantsCost || IsSet(extensions["cost"]),
            OperationId = extensions["operationId"] is { Kind: InputKind.String } id ? id.AsString() : null,
            WantsPlan = IsSet(extensions["explain"]),
        };
    }

    private static bool IsSet(InputValue value) => value.Kind is InputKind.Boolean && value.AsBoolean();

    private static string Hash(InputObject persisted) =>
        persisted["version"] is { Kind: InputKind.Int } version
        && version.AsInt64() == 1
        && persisted["sha256Hash"] is { Kind: InputKind.String } hash
            ? hash.AsString().ToLowerInvariant()
            : throw new GraphQLException(ErrorCodes.BadRequest, "A persisted query has version 1 and a sha256Hash.");
}
