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

    /// <summary>Reading for everyone, writing for nobody.</summary>
    public static ApiAccess ReadOnly { get; } = new([], ReadingNeedsKey: false);

    /// <summary>What the bearer of a request's key may do.</summary>
    public ApiRights RightsOf(HttpRequest request)
    {
        var rights = ReadingNeedsKey ? ApiRights.None : ApiRights.Read;
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            // Every key is compared, so that the time does not tell which one came near.
            foreach (var key in Keys)
            {
                var fits = key.Fits(header[Scheme.Length..].Trim());
                rights = fits && key.Rights > rights ? key.Rights : rights;
            }
        }

        return rights;
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

    /// <summary>
    /// Refuses whoever may not write.
    /// </summary>
    /// <param name="host">The request (<see cref="HttpContext"/>); anything else is a caller inside this process, who has the store in hand anyway.</param>
    /// <exception cref="GraphQLException">The caller may not write.</exception>
    public void DemandWriting(object? host)
    {
        if (host is HttpContext http && RightsOf(http.Request) < ApiRights.Write)
        {
            throw Keys.Any(key => key.Rights is ApiRights.Write)
                ? new GraphQLException("FORBIDDEN", "This needs a key with the right to write: send the header Authorization: Bearer KEY.")
                : new GraphQLException("FORBIDDEN", "This service takes no papers in over GraphQL: no key with the right to write is set.");
        }
    }
}
