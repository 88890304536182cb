using Microsoft.AspNetCore.Http;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.GraphQL.Http.Streams;

/// <summary>
/// GraphQL over Server-Sent Events as graphql-sse speaks it. Distinct connections mode: an operation asked for with
/// <c>Accept: text/event-stream</c> is answered on its own response. Single connection mode: PUT reserves a stream, GET opens it,
/// operations that name its token are answered on it, DELETE ends one of them.
/// </summary>
internal sealed class StreamEndpoint(GraphQLEngine engine, StreamingOptions options, ConnectionGate gate, CancellationToken stopping)
{
    private const string TokenHeader = "X-GraphQL-Event-Stream-Token";

    private readonly StreamReservations _reservations = new(engine, options, gate, stopping);

    /// <summary>
    /// Whether the request belongs here although it asks for no operation: PUT and DELETE, and the GET that opens a reserved stream.
    /// </summary>
    public static bool IsControl(HttpRequest request) =>
        HttpMethods.IsPut(request.Method)
        || HttpMethods.IsDelete(request.Method)
        || (
            HttpMethods.IsGet(request.Method)
            && MediaTypes.PrefersEventStream(request)
            && Token(request) is not null
            && !request.Query.ContainsKey("query")
        );

    /// <summary>Whether an operation is to be answered here.</summary>
    public static bool Takes(HttpRequest request) => MediaTypes.PrefersEventStream(request) || request.Headers.ContainsKey(TokenHeader);

    public Task ControlAsync(HttpContext http) =>
        http.Request.Method switch
        {
            "PUT" => _reservations.ReserveAsync(http),
            "DELETE" => _reservations.EndOperationAsync(http, Token(http.Request)),
            _ => _reservations.OpenAsync(http, Token(http.Request)),
        };

    public Task AnswerAsync(HttpContext http, GraphQLRequest request) =>
        Token(http.Request) is { } token ? _reservations.AnswerAsync(http, token, request) : AnswerDistinctAsync(http, request);

    private static string? Token(HttpRequest request) =>
        request.Headers.TryGetValue(TokenHeader, out var header) ? header.ToString()
        : request.Query.TryGetValue("token", out var query) ? query.ToString()
        : null;

    private async Task AnswerDistinctAsync(HttpContext http, GraphQLRequest request)
    {
        if (!gate.TryEnter())
        {
            await gate.RefuseAsync(http);
            return;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        try
        {
            await using var stream = new EventStream(http, options, engine.Options.Time, ending.Token);
            await using var responses = engine.StreamAsync(request, http, ending.Token).GetAsyncEnumerator(ending.Token);

            // Subscribed before the head is sent: whoever sees the head misses no event.
            var next = responses.MoveNextAsync();
            await stream.OpenAsync();
            while (await next)
            {
                await stream.SendAsync("next", responses.Current.Json.Span);
                next = responses.MoveNextAsync();
            }

            await stream.SendAsync("complete", []);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The client is gone, or the server stops: without `complete` the client knows to come back.
        }
        finally
        {
            gate.Leave();
        }
    }
}
