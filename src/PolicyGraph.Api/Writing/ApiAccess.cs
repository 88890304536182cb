using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PolicyGraph.GraphQL;
using PolicyGraph.GraphQL.Http;

namespace PolicyGraph.Api.Writing;

/// <summary>
/// Who may do what over HTTP. Without keys everyone may read and nobody may write, and what a request shows as its key is not looked at.
/// </summary>
/// <param name="Keys">Told apart by their secrets.</param>
/// <param name="ReadingNeedsKey">Whether reading too is for bearers of a key with <see cref="ApiRights.Read"/> alone.</param>
public sealed record ApiAccess(IReadOnlyList<ApiKey> Keys, bool ReadingNeedsKey)
{
    private const string Scheme = "Bearer";

    /// <summary>Who writes where no request asks: this process itself.</summary>
    private const string Inside = "this process";

    /// <summary>Reading for everyone, writing for nobody.</summary>
    public static ApiAccess ReadOnly { get; } = new([], ReadingNeedsKey: false);

    /// <summary>What whoever shows no key may do.</summary>
    private ApiRights Open => ReadingNeedsKey ? ApiRights.None : ApiRights.Read;

    /// <summary>
    /// Why a request may not do what needs a right; null where it may. A key that is none of ours may do nothing, so that whoever shows it
    /// hears of it (RFC 6750, section 3.1).
    /// </summary>
    public HttpRefusal? Refuse(HttpRequest request, ApiRights right)
    {
        if (!ShowsKey(request))
        {
            return Open >= right ? null : WithoutKey(right);
        }

        return KeyOf(request) is not { } key ? Unknown
            : key.Rights >= right ? null
            : new HttpRefusal(
                StatusCodes.Status403Forbidden,
                Lacks(key, right),
                ErrorCodes.Forbidden,
                $"{Scheme} error=\"insufficient_scope\""
            );
    }

    /// <summary>Whether a request shows a key, ours or not.</summary>
    public bool ShowsKey(HttpRequest request) => Keys.Count > 0 && Secret(request) is not null;

    /// <summary>
    /// Whether a socket is let in. A browser cannot send headers with a WebSocket, so the key may come as <c>Authorization</c> in the
    /// payload of <c>connection_init</c>; it then counts as the handshake's.
    /// </summary>
    /// <param name="http">The handshake.</param>
    /// <param name="payload">Undefined where there is none.</param>
    public bool AdmitsSocket(HttpContext http, JsonElement payload)
    {
        if (payload.ValueKind is JsonValueKind.Object && http.Request.Headers.Authorization.Count == 0)
        {
            var key = payload
                .EnumerateObject()
                .FirstOrDefault(member => member.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
                .Value;
            http.Request.Headers.Authorization = key.ValueKind is JsonValueKind.String ? key.GetString() : default;
        }

        return Refuse(http.Request, ApiRights.Read) is null;
    }

    /// <summary>The name of the key of whoever writes; refuses whoever may not.</summary>
    /// <param name="host">The request (<see cref="HttpContext"/>); anything else is a caller inside this process, who has the store in hand
    /// anyway.</param>
    /// <exception cref="GraphQLException">The caller may not write.</exception>
    public string DemandWriting(object? host) =>
        host is not HttpContext http ? Inside
        : Refuse(http.Request, ApiRights.Write) is { } refusal ? throw new GraphQLException(ErrorCodes.Forbidden, refusal.Message)
        : KeyOf(http.Request)!.Name; // Nobody writes without one.

    private static HttpRefusal Unknown { get; } =
        new(
            StatusCodes.Status401Unauthorized,
            "This key is not known here: send one that is, or none.",
            ErrorCodes.Unauthenticated,
            $"{Scheme} error=\"invalid_token\""
        );

    private HttpRefusal WithoutKey(ApiRights right) =>
        Keys.Any(key => key.Rights >= right)
            ? new(
                StatusCodes.Status401Unauthorized,
                $"This needs a key with the right to {Word(right)}: send the header Authorization: {Scheme} KEY.",
                ErrorCodes.Unauthenticated,
                Scheme
            )
            : new(
                StatusCodes.Status403Forbidden,
                $"No key with the right to {Word(right)} is set here, so nobody may: start the service with --keys.",
                ErrorCodes.Forbidden
            );

    private static string Lacks(ApiKey key, ApiRights right) =>
        $"The key {key.Name} lacks the right to {Word(right)}: send one that has it.";

    private static string Word(ApiRights right) => right.ToString().ToLowerInvariant();

    /// <summary>What a request shows as its key; null where it shows none.</summary>
    private static string? Secret(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return
            header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && (header.Length == Scheme.Length || header[Scheme.Length] == ' ')
            ? header[Scheme.Length..].Trim()
            : null;
    }

    /// <summary>The key that a request shows, the one with the most rights; null where it shows none of ours.</summary>
    private ApiKey? KeyOf(HttpRequest request)
    {
        ApiKey? shown = null;
        if (Secret(request) is { } secret)
        {
            // Every key is compared, so that the time does not tell which one came near.
            foreach (var key in Keys)
            {
                var fits = key.Fits(secret);
                shown = fits && (shown is null || key.Rights > shown.Rights) ? key : shown;
            }
        }

        return shown;
    }
}
