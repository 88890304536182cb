using System.Net;

namespace PolicyGraph.Store.Neo4j.Transport;

/// <summary>
/// What stands behind an answer that is none of the Query API: a server that is not ready, something between, something else altogether.
/// </summary>
internal static class ForeignAnswers
{
    /// <param name="unreadable">Why it cannot be read; null where it is JSON, but says nothing that the Query API says.</param>
    public static StoreException Of(Neo4jAddress address, HttpResponseMessage response, Exception? unreadable)
    {
        var status = (int)response.StatusCode;
        return response.StatusCode switch
        {
            HttpStatusCode.NotFound => new(
                StoreErrorCode.Unsupported,
                $"{address.Server} has no Query API: Neo4j {ServerVersion.Least} or later is needed, and its HTTP port.",
                unreadable
            ),
            HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout => new(
                StoreErrorCode.Unavailable,
                $"Neo4j at {address} is not ready ({status}).",
                unreadable
            ),
            HttpStatusCode.TooManyRequests => Neo4jErrors.Of(address, "Neo.ClientError.Security.AuthenticationRateLimit", ""),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(
                StoreErrorCode.Unauthorized,
                $"{address.Server} refuses the credentials ({status}), and not in Neo4j's words: something before it does.",
                unreadable
            ),
            _ when status is >= 300 and < 400 => new(
                StoreErrorCode.Unsupported,
                $"{address.Server} sends elsewhere, to {response.Headers.Location}: give that address.",
                unreadable
            ),
            _ when status is >= 400 and < 500 => new(
                StoreErrorCode.Unsupported,
                $"{address.Server} refuses the request ({status}), and not in Neo4j's words: something before it allows less.",
                unreadable
            ),
            _ when unreadable is null && response.IsSuccessStatusCode => new(
                StoreErrorCode.Unsupported,
                $"What answers at {address.Server} is not Neo4j's Query API. Give Neo4j's HTTP port, by default 7474."
            ),
            _ => new(
                StoreErrorCode.Unavailable,
                $"The answer of Neo4j at {address} was cut off or is no JSON of the Query API ({status}).",
                unreadable
            ),
        };
    }
}
