using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace PolicyGraph.GraphQL.Http.Streams;

/// <summary>Counts the connections that stay open, so that they cannot become too many.</summary>
internal sealed class ConnectionGate(int most)
{
    private int _open;

    /// <summary>Takes a place, to be given back with <see cref="Leave"/>; false where there is none.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _open) <= most)
        {
            return true;
        }

        Leave();
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _open);

    /// <summary>What one hears who finds no place.</summary>
    public Task RefuseAsync(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "10";
        return ResponseSender.Refuse(
            http,
            new HttpRefusal(
                StatusCodes.Status503ServiceUnavailable,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"There are {most} connections open, which is all there may be. Try again later."
                )
            )
        );
    }
}
