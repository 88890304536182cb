using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.GraphQL.Http.Streams;

/// <summary>The shared streams of graphql-sse's single connection mode, by their tokens.</summary>
internal sealed class StreamReservations(GraphQLEngine engine, StreamingOptions options, ConnectionGate gate, CancellationToken stopping)
{
    private const int TokenBytes = 16;

    private readonly ConcurrentDictionary<string, SharedStream> _streams = new(StringComparer.Ordinal);

    /// <summary>PUT: 201 with a token, for as long as a reservation lasts.</summary>
    public async Task ReserveAsync(HttpContext http)
    {
        if (!gate.TryEnter())
        {
            await gate.RefuseAsync(http);
            return;
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        _streams[token] = new SharedStream(engine, options, stopping, () => Forget(token));
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync(token, Encoding.ASCII, http.RequestAborted);
    }

    /// <summary>
    /// GET: the reserved stream, until the client or the server ends it. 404 without a reservation, 409 where it is open already.
    /// </summary>
    public Task OpenAsync(HttpContext http, string? token) =>
        Find(token) is not { } stream
            ? Refuse(http, StatusCodes.Status404NotFound, "No stream is reserved under this token, or the reservation has run out.")
        : stream.TryTake() ? stream.RunAsync(http)
        : Refuse(http, StatusCodes.Status409Conflict, "The stream is open already.");

    /// <summary>An operation whose responses go to the stream: 202.</summary>
    public Task AnswerAsync(HttpContext http, string token, GraphQLRequest request)
    {
        if (Find(token) is not { } stream)
        {
            return Refuse(http, StatusCodes.Status404NotFound, "No stream is reserved under this token, or the reservation has run out.");
        }

        if (string.IsNullOrEmpty(request.OperationId))
        {
            return Refuse(http, StatusCodes.Status400BadRequest, "An operation on a shared stream needs an id: extensions.operationId.");
        }

        switch (stream.TryBegin(request.OperationId, request, Detached(http)))
        {
            case SharedStream.Beginning.Begun:
                http.Response.StatusCode = StatusCodes.Status202Accepted;
                return Task.CompletedTask;
            case SharedStream.Beginning.Known:
                return Refuse(http, StatusCodes.Status409Conflict, $"An operation with the id \"{request.OperationId}\" runs already.");
            default:
                return Refuse(
                    http,
                    StatusCodes.Status429TooManyRequests,
                    string.Create(CultureInfo.InvariantCulture, $"A stream may have {options.MaxOperations} operations at one time.")
                );
        }
    }

    /// <summary>DELETE: ends an operation; 200 whether or not it still ran.</summary>
    public Task EndOperationAsync(HttpContext http, string? token)
    {
        if (Find(token) is not { } stream)
        {
            return Refuse(http, StatusCodes.Status404NotFound, "No stream is reserved under this token, or the reservation has run out.");
        }

        if (http.Request.Query["operationId"] is not [{ Length: > 0 } operation])
        {
            return Refuse(http, StatusCodes.Status400BadRequest, "Which operation is to end? Name it with ?operationId=.");
        }

        stream.End(operation);
        return Task.CompletedTask;
    }

    private SharedStream? Find(string? token) => token is not null && _streams.TryGetValue(token, out var stream) ? stream : null;

    private void Forget(string token)
    {
        if (_streams.TryRemove(token, out _))
        {
            gate.Leave();
        }
    }

    private static Task Refuse(HttpContext http, int status, string message) =>
        ResponseSender.Refuse(http, new HttpRefusal(status, message));

    /// <summary>What an operation may know of its request after the request has been answered: its headers, and so its rights.</summary>
    private static DefaultHttpContext Detached(HttpContext http)
    {
        var detached = new DefaultHttpContext { User = http.User };
        detached.Request.Method = http.Request.Method;
        foreach (var (name, value) in http.Request.Headers)
        {
            detached.Request.Headers[name] = value;
        }

        return detached;
    }
}
