using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;

namespace PolicyGraph.GraphQL.Persisted;

/// <summary>
/// Documents by the SHA-256 of their text: trusted ones, known from the start, and, where allowed, those that clients register by sending
/// hash and text together (Apollo's automatic persisted queries; the <c>documentId</c> of GraphQL over HTTP, appendix A). Safe for several
/// threads.
/// </summary>
public sealed class PersistedDocuments
{
    /// <summary>Documents that clients may register at a time, unless told otherwise.</summary>
    public const int DefaultMaxRegistered = 1000;

    private const long MaxRegisteredBytes = 16 << 20;

    private readonly FrozenDictionary<string, byte[]> _trusted;
    private readonly ConcurrentDictionary<string, byte[]> _registered = new();
    private readonly int _maxRegistered;
    private long _registeredBytes;

    private PersistedDocuments(IReadOnlyDictionary<string, byte[]> trusted, bool onlyTrusted, int maxRegistered)
    {
        _trusted = trusted.ToFrozenDictionary();
        OnlyTrusted = onlyTrusted;
        _maxRegistered = maxRegistered;
    }

    /// <summary>Clients register what they like, up to 1,000 documents and 16 MiB at a time; every text runs. The default.</summary>
    public static PersistedDocuments Automatic() => Trusted(new Dictionary<string, byte[]>(), only: false);

    /// <summary>These and, unless <paramref name="only"/>, any other text and what clients register.</summary>
    /// <param name="documents">By their hash in lower-case hexadecimal, as <see cref="TrustedFolder"/> reads them.</param>
    /// <param name="only">Whether nothing else runs.</param>
    /// <param name="maxRegistered">Documents that clients may register at a time, with at most 16 MiB of text; none with zero, and none
    /// where nothing else runs.</param>
    public static PersistedDocuments Trusted(
        IReadOnlyDictionary<string, byte[]> documents,
        bool only,
        int maxRegistered = DefaultMaxRegistered
    ) => new(documents, only, only ? 0 : maxRegistered);

    /// <summary>Whether only trusted documents run.</summary>
    public bool OnlyTrusted { get; }

    /// <summary>
    /// The request with the document that it names.
    /// </summary>
    /// <param name="request">With text, hash, or both.</param>
    /// <param name="text">The text of the request, its escapes resolved; called only where the text matters.</param>
    /// <exception cref="GraphQLException">The hash is not known, is not that of the text, or the document is not trusted and must
    /// be.</exception>
    public GraphQLRequest Resolve(GraphQLRequest request, Func<byte[]> text)
    {
        if (request.DocumentHash is { } hash && Find(hash) is { } known)
        {
            return request with { Query = known, IsQueryEscaped = false };
        }

        if (OnlyTrusted)
        {
            return request.Query.IsEmpty ? throw NotFound() : ResolveTrustedText(request, text());
        }

        return request.DocumentHash is null ? request
            : _maxRegistered == 0 && request.MayPersist
                ? throw new GraphQLException(ErrorCodes.PersistedQueryNotSupported, "PersistedQueryNotSupported")
            : request.Query.IsEmpty ? throw NotFound()
            : Register(request, request.DocumentHash, text());
    }

    /// <summary>The hash under which a text is known.</summary>
    public static string Hash(ReadOnlySpan<byte> text) => Convert.ToHexStringLower(SHA256.HashData(text));

    private byte[]? Find(string hash) => _trusted.GetValueOrDefault(hash) ?? _registered.GetValueOrDefault(hash);

    private GraphQLRequest ResolveTrustedText(GraphQLRequest request, byte[] text) =>
        _trusted.ContainsKey(Hash(text))
            ? request with
            {
                Query = text,
                IsQueryEscaped = false,
            }
            : throw new GraphQLException(ErrorCodes.PersistedQueryNotSupported, "Only trusted documents run here: send the id of one.");

    private GraphQLRequest Register(GraphQLRequest request, string hash, byte[] text)
    {
        if (!string.Equals(Hash(text), hash, StringComparison.Ordinal))
        {
            throw new GraphQLException(ErrorCodes.BadRequest, "The hash is not the SHA-256 of the query.");
        }

        if (request.MayPersist)
        {
            Keep(hash, text);
        }

        return request with
        {
            Query = text,
            IsQueryEscaped = false,
        };
    }

    /// <summary>A client that registers without end must not fill the memory; the others register again, as the protocol has it.</summary>
    private void Keep(string hash, byte[] text)
    {
        if (_registered.Count >= _maxRegistered || Interlocked.Add(ref _registeredBytes, text.Length) > MaxRegisteredBytes)
        {
            _registered.Clear();
            Interlocked.Exchange(ref _registeredBytes, text.Length);
        }

        _registered[hash] = text;
    }

    /// <summary>In the words that Apollo's clients wait for.</summary>
    private static GraphQLException NotFound() => new(ErrorCodes.PersistedQueryNotFound, "PersistedQueryNotFound");
}
