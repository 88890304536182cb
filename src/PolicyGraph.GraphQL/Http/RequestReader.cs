using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.GraphQL.Http;

/// <summary>
/// Reads a GraphQL request out of an HTTP request. GraphQL over HTTP, sections 5.1, "Request Parameters", 5.3, "GET", and 5.4, "POST".
/// </summary>
internal static class RequestReader
{
    private const string CostHeader = "GraphQL-Cost";

    /// <summary>From the query string of a GET: the same parameters, those that are maps as JSON.</summary>
    public static bool TryReadQueryString(HttpRequest http, out GraphQLRequest request, out HttpRefusal refusal)
    {
        var query = http.Query;
        request = new GraphQLRequest
        {
            Query = Encoding.UTF8.GetBytes(query["query"].ToString()),
            OperationName = query["operationName"] is { Count: 1 } name && name[0] is { Length: > 0 } text ? text : null,
            Variables = Encoding.UTF8.GetBytes(query["variables"].ToString()),
            DocumentHash = DocumentHash(query["documentId"].ToString()),
            QueriesOnly = true,
            WantsCost = http.Headers.ContainsKey(CostHeader),
        };
        try
        {
            var extensions = Encoding.UTF8.GetBytes(query["extensions"].ToString());
            if (extensions.Length > 0)
            {
                var reader = new Utf8JsonReader(extensions, RawJson.Options);
                reader.Read();
                request = ExtensionsReader.Read(ref reader, request);
            }
        }
        catch (Exception broken) when (broken is JsonException or GraphQLException)
        {
            refusal = HttpRefusal.BadRequest(
                broken is JsonException json ? $"The extensions are no JSON {RawJson.Where(json)}." : broken.Message
            );
            return false;
        }

        return IsComplete(request, out refusal);
    }

    /// <summary>From the body of a POST: one JSON object.</summary>
    public static bool TryReadBody(HttpRequest http, ReadOnlyMemory<byte> body, out GraphQLRequest request, out HttpRefusal refusal)
    {
        request = new GraphQLRequest { WantsCost = http.Headers.ContainsKey(CostHeader) };
        try
        {
            var reader = new Utf8JsonReader(body.Span, RawJson.Options);
            if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
            {
                refusal = HttpRefusal.BadRequest("The body must be one JSON object; batches are not offered.");
                return false;
            }

            var seen = Members.None;
            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                request = ReadMember(ref reader, body, request, ref seen);
            }

            // Reads on to the end, so that anything after the object is refused too.
            reader.Read();
        }
        catch (Exception broken) when (broken is JsonException or GraphQLException)
        {
            refusal = HttpRefusal.BadRequest(broken is JsonException json ? $"The body is no JSON {RawJson.Where(json)}." : broken.Message);
            return false;
        }

        return IsComplete(request, out refusal);
    }

    private static GraphQLRequest ReadMember(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, GraphQLRequest request, ref Members seen)
    {
        var member = Which(ref reader);
        if (member is not Members.None && (seen & member) is not Members.None)
        {
            throw new GraphQLException(ErrorCodes.BadRequest, $"The key \"{RawJson.Text(ref reader)}\" stands twice in the body.");
        }

        seen |= member;
        reader.Read();
        if (member is Members.None || reader.TokenType is JsonTokenType.Null)
        {
            reader.Skip();
            return request;
        }

        switch (member)
        {
            case Members.Query:
                Demand(reader.TokenType is JsonTokenType.String, "The query must be a string.");
                return request with
                {
                    Query = body.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length),
                    IsQueryEscaped = reader.ValueIsEscaped,
                };
            case Members.OperationName:
                Demand(reader.TokenType is JsonTokenType.String, "The operation name must be a string.");
                return request with { OperationName = RawJson.Text(ref reader) };
            case Members.DocumentId:
                Demand(reader.TokenType is JsonTokenType.String, "The document id must be a string.");
                return request with { DocumentHash = DocumentHash(RawJson.Text(ref reader)) };
            case Members.Variables:
                Demand(reader.TokenType is JsonTokenType.StartObject, "The variables must be one JSON object.");
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                return request with { Variables = body[start..(int)reader.BytesConsumed] };
            default:
                return ExtensionsReader.Read(ref reader, request);
        }
    }

    private static Members Which(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("query"u8) ? Members.Query
        : reader.ValueTextEquals("variables"u8) ? Members.Variables
        : reader.ValueTextEquals("operationName"u8) ? Members.OperationName
        : reader.ValueTextEquals("extensions"u8) ? Members.Extensions
        : reader.ValueTextEquals("documentId"u8) ? Members.DocumentId
        : Members.None;

    private static bool IsComplete(GraphQLRequest request, out HttpRefusal refusal)
    {
        refusal = HttpRefusal.BadRequest("The query is missing: a request has a query, or the id of a persisted document.");
        return !request.Query.IsEmpty || request.DocumentHash is not null;
    }

    /// <summary>The hash of a document id, with or without its prefix; null where there is none.</summary>
    private static string? DocumentHash(string id) =>
        id.Length == 0 ? null
        : id.StartsWith("sha256:", StringComparison.Ordinal) ? id["sha256:".Length..]
        : id;

    private static void Demand(bool isMet, string message)
    {
        if (!isMet)
        {
            throw new GraphQLException(ErrorCodes.BadRequest, message);
        }
    }

    [Flags]
    private enum Members
    {
        None = 0,
        Query = 1,
        Variables = 2,
        OperationName = 4,
        Extensions = 8,
        DocumentId = 16,
    }
}
