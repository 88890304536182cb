using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.GraphQL.Http;

/// <summary>Compresses whole responses, quickly rather than tightly. RFC 9110, section 12.5.3.</summary>
internal static class Compression
{
    private const int BrotliQuality = 3;
    private const int BrotliWindow = 18;

    /// <summary>The response compressed as the client likes best, its headers set; null where it takes neither form.</summary>
    public static PooledBuffer? TryCompress(HttpContext http, PooledBuffer output)
    {
        var accepted = http.Request.Headers.AcceptEncoding;
        if (accepted.Count == 0 || !StringWithQualityHeaderValue.TryParseList(accepted, out var list))
        {
            return null;
        }

        var encoding = list.Where(item => item.Quality is not 0 && item.Value.Value is "br" or "gzip")
            .OrderByDescending(item => item.Quality ?? 1)
            .ThenBy(item => item.Value.Value, StringComparer.Ordinal)
            .Select(item => item.Value.Value)
            .FirstOrDefault();
        if (encoding is null)
        {
            return null;
        }

        http.Response.Headers.ContentEncoding = encoding;
        http.Response.Headers.Append("Vary", "Accept-Encoding");
        return encoding is "br" ? Brotli(output) : Gzip(output);
    }

    private static PooledBuffer Brotli(PooledBuffer output)
    {
        var longest = BrotliEncoder.GetMaxCompressedLength(output.Length);
        var compressed = new PooledBuffer(longest);
        BrotliEncoder.TryCompress(output.WrittenSpan, compressed.GetSpan(longest), out var written, BrotliQuality, BrotliWindow);
        compressed.Advance(written);
        return compressed;
    }

    private static PooledBuffer Gzip(PooledBuffer output)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(output.WrittenSpan);
        }

        var compressed = new PooledBuffer((int)stream.Length);
        compressed.Write(stream.GetBuffer().AsSpan(0, (int)stream.Length));
        return compressed;
    }
}
