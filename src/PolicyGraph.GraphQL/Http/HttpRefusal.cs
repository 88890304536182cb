using Microsoft.AspNetCore.Http;

namespace PolicyGraph.GraphQL.Http;

/// <summary>A request that is refused before GraphQL sees it; answered as any other error of GraphQL.</summary>
/// <param name="Status">Of the response.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Code">For <c>extensions.code</c>.</param>
/// <param name="Challenge">For the header WWW-Authenticate, which a 401 must have (RFC 9110, section 11.6.1); null for none.</param>
public readonly record struct HttpRefusal(int Status, string Message, string Code = ErrorCodes.BadRequest, string? Challenge = null)
{
    internal static HttpRefusal BadRequest(string message) => new(StatusCodes.Status400BadRequest, message);

    internal static HttpRefusal TooLarge(int limit) => new(StatusCodes.Status413PayloadTooLarge, $"A request may have {limit} bytes.");

    /// <summary>Answers with it, in the media type that the client takes.</summary>
    public Task SendAsync(HttpContext http) => ResponseSender.Refuse(http, this);
}
