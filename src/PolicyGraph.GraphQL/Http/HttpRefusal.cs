using Microsoft.AspNetCore.Http;

namespace PolicyGraph.GraphQL.Http;

/// <summary>A request that is refused before GraphQL sees it.</summary>
internal readonly record struct HttpRefusal(int Status, string Message)
{
    public static HttpRefusal BadRequest(string message) => new(StatusCodes.Status400BadRequest, message);

    public static HttpRefusal TooLarge(int limit) => new(StatusCodes.Status413PayloadTooLarge, $"A request may have {limit} bytes.");
}
