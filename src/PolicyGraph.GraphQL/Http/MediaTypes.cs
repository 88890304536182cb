using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PolicyGraph.GraphQL.Http;

/// <summary>The media types of GraphQL over HTTP and their negotiation. GraphQL over HTTP, section 4, "Media Types".</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string GraphQLResponse = "application/graphql-response+json";
    public const string EventStream = "text/event-stream";
    public const string JsonUtf8 = "application/json; charset=utf-8";
    public const string GraphQLResponseUtf8 = "application/graphql-response+json; charset=utf-8";

    /// <summary>
    /// The content type to answer with, or null where the client takes neither. Without a preference it is plain JSON, as older clients
    /// expect.
    /// </summary>
    public static string? Negotiate(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        if (accept.Count == 0 || (accept.Count == 1 && accept[0] is Json or "*/*"))
        {
            return JsonUtf8;
        }

        if (accept.Count == 1 && accept[0] is GraphQLResponse)
        {
            return GraphQLResponseUtf8;
        }

        return MediaTypeHeaderValue.TryParseList(accept, out var list) ? Negotiate(list) : null;
    }

    /// <summary>
    /// Whether the client would rather have a stream of events than one JSON response. Of two that it likes equally it gets the one it
    /// names first; many name the stream last.
    /// </summary>
    public static bool PrefersEventStream(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        if (accept.Count == 1 && accept[0] is EventStream or Json or GraphQLResponse or "*/*")
        {
            return accept[0] is EventStream;
        }

        return accept.Any(value => value?.Contains(EventStream, StringComparison.OrdinalIgnoreCase) == true)
            && MediaTypeHeaderValue.TryParseList(accept, out var list)
            && list.Where(type => type.Quality is not 0 && (IsEventStream(type) || Spoken(type) is not null))
                .OrderByDescending(type => type.Quality ?? 1)
                .FirstOrDefault()
                is { } best
            && IsEventStream(best);
    }

    private static bool IsEventStream(MediaTypeHeaderValue type) => type.MediaType.Equals(EventStream, StringComparison.OrdinalIgnoreCase);

    private static string? Negotiate(IList<MediaTypeHeaderValue> accepted)
    {
        var best = accepted
            .Where(type => type.Quality is not 0 && Spoken(type) is not null)
            .OrderByDescending(type => type.Quality ?? 1)
            .FirstOrDefault();
        return best is null ? null : Spoken(best);
    }

    private static string? Spoken(MediaTypeHeaderValue type)
    {
        var isUtf8 = !type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
        return !isUtf8
            ? null
            : type.MediaType.Value?.ToLowerInvariant() switch
            {
                GraphQLResponse => GraphQLResponseUtf8,
                Json or "application/*" or "*/*" => JsonUtf8,
                _ => null,
            };
    }

    /// <summary>Why the body of a POST cannot be read, or null where it is JSON in UTF-8 without a content encoding.</summary>
    public static HttpRefusal? CheckBody(HttpRequest request)
    {
        var type = request.ContentType;
        if (type is not (Json or JsonUtf8))
        {
            var isJson =
                MediaTypeHeaderValue.TryParse(type, out var parsed) && parsed.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase);
            if (!isJson)
            {
                return new HttpRefusal(StatusCodes.Status415UnsupportedMediaType, $"A POST needs the content type {Json}.");
            }

            if (
                parsed!.Charset.HasValue
                && !HeaderUtilities.RemoveQuotes(parsed.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            )
            {
                return new HttpRefusal(StatusCodes.Status415UnsupportedMediaType, "The body must be UTF-8.");
            }
        }

        return request.Headers.ContentEncoding.Count > 0
            ? new HttpRefusal(StatusCodes.Status415UnsupportedMediaType, "The body must come without a content encoding.")
            : null;
    }
}
