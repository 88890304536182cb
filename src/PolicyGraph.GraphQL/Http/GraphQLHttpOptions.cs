using Microsoft.AspNetCore.Http;

namespace PolicyGraph.GraphQL.Http;

/// <summary>How an endpoint speaks HTTP.</summary>
public sealed record GraphQLHttpOptions
{
    /// <summary>Bytes of a request's body, or of its query string; 1 MiB unless told otherwise. Larger ones get status 413.</summary>
    public int MaxRequestBytes { get; init; } = 1 << 20;

    /// <summary>
    /// Origins whose pages may ask (<c>https://example.org</c>), or <c>*</c> for all; none unless told otherwise. Credentials are never
    /// allowed.
    /// </summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>
    /// Whether a GET must carry the header <c>GraphQL-Require-Preflight</c>, which no page of another origin can send unasked; false unless
    /// told otherwise. POST never needs it: its media type already asks for a preflight.
    /// </summary>
    public bool RequiresPreflightForGet { get; init; }

    /// <summary>
    /// From how many bytes on a response is compressed for clients that take br or gzip; 2,048 unless told otherwise,
    /// <see cref="int.MaxValue"/> for never.
    /// </summary>
    public int CompressesFrom { get; init; } = 2048;

    /// <summary>
    /// Bytes of large responses (from 1 MiB on) that are on their way at the same time; 256 MiB unless told otherwise. A response that
    /// finds no room is refused with status 503 and the code <c>OVERLOADED</c>, so that clients that ask for much and read slowly do not
    /// fill the memory.
    /// </summary>
    public long MaxBytesInFlight { get; init; } = 256L << 20;

    /// <summary>
    /// How long a client may take to read a large response before the connection is closed; 60 seconds unless told otherwise.
    /// </summary>
    public TimeSpan MaxSendingTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long caches may keep the answer to a GET of a persisted document, shared ones unless <see cref="AnswersArePrivate"/>; zero
    /// unless told otherwise: they must ask again, by its ETag.
    /// </summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.Zero;

    /// <summary>
    /// Files that one request may bring, and places that they may be put into; 20 unless told otherwise. More get status 413.
    /// </summary>
    public int MaxFiles { get; init; } = 20;

    /// <summary>Bytes of all files of one request together; 32 MiB unless told otherwise. More get status 413.</summary>
    public int MaxUploadBytes { get; init; } = 32 << 20;

    /// <summary>
    /// Why a request is turned away, asked before anything of it is read, preflights aside; null where it is let in, as everyone is unless
    /// told otherwise.
    /// </summary>
    public Func<HttpContext, HttpRefusal?> Refuses { get; init; } = _ => null;

    /// <summary>
    /// Why a request may not send files, asked before they are read; null where it may, as everyone unless told otherwise.
    /// </summary>
    public Func<HttpContext, HttpRefusal?> RefusesUpload { get; init; } = _ => null;

    /// <summary>
    /// Whether answers are for who asks alone, so that no cache that others share may keep them; false unless told otherwise. Answers to
    /// requests with <c>Authorization</c> are so anyway.
    /// </summary>
    public bool AnswersArePrivate { get; init; }

    /// <summary>Connections that stay open: Server-Sent Events and WebSocket.</summary>
    public StreamingOptions Streaming { get; init; } = new();
}
