using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Http.Uploads;

/// <summary>
/// Reads a request with files: GraphQL multipart request specification, version 2 (jaydenseric). The fields <c>operations</c>, <c>map</c>
/// and the files, in this order. Files are held in memory, so their number and size are limited, and whether the client may send any is
/// asked before they are read.
/// </summary>
internal sealed class UploadReader(GraphQLHttpOptions options)
{
    public const string MediaType = "multipart/form-data";

    private const int LongestBoundary = 70; // RFC 2046, section 5.1.1.

    public static bool Takes(HttpRequest request) => request.ContentType?.StartsWith(MediaType, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The request, its files in <see cref="GraphQLRequest.Uploads"/>.</summary>
    /// <exception cref="UploadRefusal">It cannot be read; says why.</exception>
    public async Task<GraphQLRequest> ReadAsync(HttpContext http)
    {
        var reader = new MultipartReader(Boundary(http.Request), http.Request.Body);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.MaxUploadBytes + (3L * options.MaxRequestBytes); // Files, operations, map, and what stands between them.
        }

        try
        {
            var operations = await FieldAsync(reader, "operations", http.RequestAborted);
            var map = UploadMap.Parse(await FieldAsync(reader, "map", http.RequestAborted), options.MaxFiles);
            var files = await FilesAsync(reader, map, http.RequestAborted);
            var uploads = map.SelectMany(entry => entry.Value.Select(place => new UploadPlace(place, files[entry.Key]))).ToList();
            return RequestReader.TryReadBody(http.Request, operations, out var request, out var refusal)
                ? request with
                {
                    Uploads = uploads,
                }
                : throw new UploadRefusal(refusal);
        }
        catch (BadHttpRequestException broken)
        {
            throw new UploadRefusal(new HttpRefusal(broken.StatusCode, broken.Message));
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            throw UploadRefusal.Bad($"The multipart body cannot be read: {broken.Message}");
        }
    }

    private static string Boundary(HttpRequest request)
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;
        return boundary is { Length: > 0 and <= LongestBoundary }
            ? boundary
            : throw UploadRefusal.Bad($"The content type {MediaType} needs a boundary of 1 to {LongestBoundary} characters.");
    }

    private async Task<byte[]> FieldAsync(MultipartReader reader, string name, CancellationToken cancellation)
    {
        var section = await reader.ReadNextSectionAsync(cancellation);
        return section is not null && NameOf(section).Name == name
            ? await BytesAsync(
                section,
                options.MaxRequestBytes,
                $"The field \"{name}\" may have {options.MaxRequestBytes} bytes.",
                cancellation
            )
            : throw UploadRefusal.Bad(
                $"The field \"{name}\" is missing or out of place: a multipart request has `operations` first, then `map`, then the files."
            );
    }

    private async Task<Dictionary<string, UploadedFile>> FilesAsync(
        MultipartReader reader,
        OrderedDictionary<string, IReadOnlyList<string>> map,
        CancellationToken cancellation
    )
    {
        var files = new Dictionary<string, UploadedFile>(StringComparer.Ordinal);
        var left = options.MaxUploadBytes;
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            var (name, file) = NameOf(section);
            if (!map.ContainsKey(name) || files.ContainsKey(name))
            {
                throw UploadRefusal.Bad(
                    files.ContainsKey(name) ? $"The file \"{name}\" comes twice." : $"The file \"{name}\" is not in the map."
                );
            }

            var tooLarge = string.Create(
                CultureInfo.InvariantCulture,
                $"The files of a request may have {options.MaxUploadBytes} bytes together."
            );
            files[name] = new UploadedFile(file, await BytesAsync(section, left, tooLarge, cancellation));
            left -= files[name].Bytes.Length;
        }

        return map.Keys.FirstOrDefault(name => !files.ContainsKey(name)) is { } missing
            ? throw UploadRefusal.Bad($"The file \"{missing}\" is in the map, but did not come.")
            : files;
    }

    /// <summary>The name of a section's field, and of its file where it is one.</summary>
    private static (string Name, string File) NameOf(MultipartSection section)
    {
        if (
            !ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
            || !disposition.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase)
        )
        {
            throw UploadRefusal.Bad("A part of the multipart body has no Content-Disposition: form-data.");
        }

        var file = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        return (HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "", HeaderUtilities.RemoveQuotes(file).Value ?? "");
    }

    private static async Task<byte[]> BytesAsync(MultipartSection section, int most, string tooLarge, CancellationToken cancellation)
    {
        using var bytes = new PooledBuffer();
        while (await section.Body.ReadAsync(bytes.GetMemory(4096), cancellation) is > 0 and var read)
        {
            bytes.Advance(read);
            if (bytes.Length > most)
            {
                throw UploadRefusal.TooLarge(tooLarge);
            }
        }

        return bytes.WrittenSpan.ToArray();
    }
}
