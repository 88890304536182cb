using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PolicyGraph.GraphQL;

namespace PolicyGraph.Api.Writing;

/// <summary>Who may do what over HTTP. Without keys everyone may read and nobody may write.</summary>
/// <param name="Keys">Told apart by their secrets.</param>
/// <param name="ReadingNeedsKey">Whether reading too is for bearers of a key with <see cref="ApiRights.Read"/> alone.</param>
public sealed record ApiAccess(IReadOnlyList<ApiKey> Keys, bool ReadingNeedsKey)
{
    private const string Scheme = "Bearer ";

    /// <summary>Who writes where no request asks: this process itself.</summary>
    private const string Inside = "this process";

    /// <summary>Reading for everyone, writing for nobody.</summary>
    public static ApiAccess ReadOnly { get; } = new([], ReadingNeedsKey: false);

    /// <summary>What the bearer of a request's key may do.</summary>
    public ApiRights RightsOf(HttpRequest request)
    {
        var open = ReadingNeedsKey ? ApiRights.None : ApiRights.Read;
        return KeyOf(request) is { } key && key.Rights > open ? key.Rights : open;
    }

    /// <summary>The key that a request shows; null where it shows none of ours.</summary>
    private ApiKey? KeyOf(HttpRequest request)
    {
        ApiKey? shown = null;
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            // Every key is compared, so that the time does not tell which one came near.
            foreach (var key in Keys)
            {
                var fits = key.Fits(header[Scheme.Length..].Trim());
                shown = fits && (shown is null || key.Rights > shown.Rights) ? key : shown;
            }
        }

        return shown;
    }

    /// <summary>Whether the bearer of a request's key may read.</summary>
    public bool MayRead(HttpRequest request) => RightsOf(request) >= ApiRights.Read;

    /// <summary>
    /// Whether a socket is let in. A browser cannot send headers with a WebSocket, so the key may come as <c>Authorization</c> in the payload of <c>connection_init</c>; it then counts as the handshake's.
    /// </summary>
    /// <param name="http">The handshake.</param>
    /// <param name="payload">Undefined where there is none.</param>
    public bool AdmitsSocket(HttpContext http, JsonElement payload)
    {
        if (payload.ValueKind is JsonValueKind.Object && http.Request.Headers.Authorization.Count == 0)
        {
            var key = payload.EnumerateObject().FirstOrDefault(member => member.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)).Value;
            http.Request.Headers.Authorization = key.ValueKind is JsonValueKind.String ? key.GetString() : default;
        }

        return MayRead(http.Request);
    }

    /// <summary>The name of the key of whoever writes; refuses whoever may not.</summary>
    /// <param name="host">The request (<see cref="HttpContext"/>); anything else is a caller inside this process, who has the store in hand anyway.</param>
    /// <exception cref="GraphQLException">The caller may not write.</exception>
    public string DemandWriting(object? host)
    {
        if (host is not HttpContext http)
        {
            return Inside;
        }

        return KeyOf(http.Request) is { Rights: ApiRights.Write } key ? key.Name
            : throw (Keys.Any(key => key.Rights is ApiRights.Write)
                ? new GraphQLException("FORBIDDEN", "This needs a key with the right to write: send the header Authorization: Bearer KEY.")
                : new GraphQLException("FORBIDDEN", "This service takes no papers in over GraphQL: no key with the right to write is set."));
    }
}
