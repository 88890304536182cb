using Microsoft.AspNetCore.Http;
using PolicyGraph.GraphQL.Http.Uploads;

namespace PolicyGraph.GraphQL.Http;

/// <summary>
/// What pages of other origins may do. A POST needs a media type that no such page can send without asking first (a preflight), which is
/// answered only for allowed origins; a GET changes nothing, and can be held to a header with the same effect. WHATWG Fetch, section 3.2,
/// "CORS protocol".
/// </summary>
internal sealed class CrossOrigin(GraphQLHttpOptions options)
{
    private const string PreflightHeader = "GraphQL-Require-Preflight";
    private const string ApolloPreflightHeader = "Apollo-Require-Preflight";

    private readonly bool _allowsAll = options.AllowedOrigins.Contains("*");

    /// <summary>
    /// Sets the response's CORS headers: which origins may ask where it comes from an allowed one; that it depends on the origin where some
    /// are allowed and others not.
    /// </summary>
    public void Apply(HttpContext http)
    {
        var headers = http.Response.Headers;
        if (options.AllowedOrigins.Count > 0 && !_allowsAll)
        {
            headers.Append("Vary", "Origin");
        }

        if (http.Request.Headers.Origin is not [{ } origin] || !(_allowsAll || options.AllowedOrigins.Contains(origin)))
        {
            return;
        }

        headers.AccessControlAllowOrigin = _allowsAll ? "*" : origin;
        if (HttpMethods.IsOptions(http.Request.Method))
        {
            headers.AccessControlAllowMethods = "GET, POST, PUT, DELETE";
            headers.AccessControlAllowHeaders = http.Request.Headers.AccessControlRequestHeaders;
            headers.AccessControlMaxAge = "600";
        }
    }

    /// <summary>
    /// Why a request with files is not taken, or null where it is: its media type is one that pages of other origins send unasked, so it
    /// needs a header that they cannot.
    /// </summary>
    public static HttpRefusal? CheckUpload(HttpRequest request) =>
        request.Headers.ContainsKey(PreflightHeader) || request.Headers.ContainsKey(ApolloPreflightHeader)
            ? null
            : HttpRefusal.BadRequest(
                $"A {UploadReader.MediaType} request needs the header {PreflightHeader} (or {ApolloPreflightHeader}), which shows "
                    + "that the page was allowed to send it."
            );

    /// <summary>Why a GET is not taken, or null where it is.</summary>
    public HttpRefusal? CheckGet(HttpRequest request) =>
        options.RequiresPreflightForGet && !request.Headers.ContainsKey(PreflightHeader)
            ? HttpRefusal.BadRequest($"A GET needs the header {PreflightHeader}, which shows that the page was allowed to send it.")
            : null;
}
