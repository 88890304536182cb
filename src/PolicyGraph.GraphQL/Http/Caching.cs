using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.GraphQL.Http;

/// <summary>
/// Answers to GETs of persisted documents may be kept and asked for again by their ETag. RFC 9110, sections 8.8.3 and 13.1.2; RFC 9111,
/// sections 3.5 and 5.2: what a key was needed or shown for is kept by nobody but who asked.
/// </summary>
internal static class Caching
{
    /// <summary>Sets the headers for caches; true where the client has this very answer already.</summary>
    public static bool IsFresh(HttpContext http, PooledBuffer output, GraphQLHttpOptions options)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(output.WrittenSpan).AsSpan(0, 16))}\"";
        var headers = http.Response.Headers;
        headers.ETag = tag;
        var isPrivate = options.AnswersArePrivate || http.Request.Headers.Authorization.Count > 0;
        var age =
            options.MaxAge > TimeSpan.Zero
                ? string.Create(CultureInfo.InvariantCulture, $"max-age={(long)options.MaxAge.TotalSeconds}")
                : "no-cache";
        headers.Append("Vary", isPrivate ? "Accept, Accept-Encoding, Authorization" : "Accept, Accept-Encoding");
        headers.CacheControl =
            isPrivate ? $"private, {age}"
            : options.MaxAge > TimeSpan.Zero ? $"public, {age}"
            : age;
        return http.Request.Headers.IfNoneMatch.Any(known =>
            known is not null && (known is "*" || known.Contains(tag, StringComparison.Ordinal))
        );
    }
}
