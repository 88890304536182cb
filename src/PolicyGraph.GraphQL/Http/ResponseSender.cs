using System.Globalization;
using Microsoft.AspNetCore.Http;
using PolicyGraph.GraphQL.Diagnostics;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.GraphQL.Http;

/// <summary>
/// Sends responses. GraphQL over HTTP, section 6, "Response": plain JSON says 200 for all that GraphQL answers, the GraphQL media type
/// tells refusals by their status.
/// </summary>
internal sealed class ResponseSender(GraphQLHttpOptions options, TimeProvider time)
{
    /// <summary>
    /// A body of as many bytes goes after its head at once: until the head is written, the server keeps bytes apart, and copies them once
    /// more when it is.
    /// </summary>
    private const int HeadFirst = 4096;

    private static readonly string RetryAfter = RetryPacing.Pause.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    private readonly LargeResponses _large = new(options, time);

    /// <summary>A refusal before GraphQL saw the request.</summary>
    public static Task Refuse(HttpContext http, HttpRefusal refusal)
    {
        if (refusal.Challenge is { } challenge)
        {
            http.Response.Headers.WWWAuthenticate = challenge;
        }

        return Refuse(http, refusal.Status, new GraphQLError(refusal.Message, refusal.Code));
    }

    /// <summary>What the engine answered; gives the buffer back.</summary>
    public Task Send(HttpContext http, GraphQLRequest request, string contentType, OperationOutcome outcome, PooledBuffer output)
    {
        var stage = Stage.Begin("write", outcome.Activity);
        Task sending;
        try
        {
            sending = SendWhole(http, request, contentType, outcome, output);
        }
        catch
        {
            output.Dispose();
            stage.Dispose();
            throw;
        }

        if (!sending.IsCompletedSuccessfully)
        {
            return Finish(sending, output, stage);
        }

        output.Dispose();
        stage.Dispose();
        return sending;
    }

    private static async Task Finish(Task sending, PooledBuffer output, Stage stage)
    {
        using (stage)
        using (output)
        {
            await sending;
        }
    }

    private Task SendWhole(HttpContext http, GraphQLRequest request, string contentType, OperationOutcome outcome, PooledBuffer output)
    {
        if (outcome.Kind is OutcomeKind.Refused)
        {
            SetStatus(http.Response, outcome.Code, contentType);
        }
        else if (
            request is { QueriesOnly: true, DocumentHash: not null }
            && outcome.Kind is OutcomeKind.Complete
            && Caching.IsFresh(http, output, options)
        )
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        if (request.WantsCost)
        {
            http.Response.Headers["GraphQL-Cost"] = outcome.Price.ToString("0.##", CultureInfo.InvariantCulture);
        }

        if (output.Length >= LargeResponses.From)
        {
            return SendLarge(http, contentType, output);
        }

        return output.Length >= options.CompressesFrom && Compression.TryCompress(http, output) is { } compressed
            ? WriteCompressed(http, contentType, compressed)
            : Write(http, contentType, output);
    }

    private static async Task WriteCompressed(HttpContext http, string contentType, PooledBuffer compressed)
    {
        using (compressed)
        {
            await Write(http, contentType, compressed);
        }
    }

    private async Task SendLarge(HttpContext http, string contentType, PooledBuffer output)
    {
        var room = output.Length;
        if (!_large.TryEnter(room))
        {
            await Refuse(
                http,
                StatusCodes.Status503ServiceUnavailable,
                new GraphQLError("Too many large responses are on their way. Ask again later, or for less at once.", ErrorCodes.Overloaded)
            );
            return;
        }

        try
        {
            using var compressed = output.Length >= options.CompressesFrom ? Compression.TryCompress(http, output) : null;
            var body = compressed ?? output;
            SetHead(http, contentType, body.Length);
            if (!HttpMethods.IsHead(http.Request.Method))
            {
                await _large.SendAsync(http, body.WrittenMemory);
            }
        }
        finally
        {
            _large.Leave(room);
        }
    }

    private static async Task Refuse(HttpContext http, int status, GraphQLError error)
    {
        using var output = new PooledBuffer();
        ResponseOutput.WriteRefusal(output, [error]);
        http.Response.StatusCode = status;
        SetRetry(http.Response, error.Code);
        await Write(http, MediaTypes.Negotiate(http.Request) ?? MediaTypes.JsonUtf8, output);
    }

    /// <summary>Writes without flushing: the server flushes when the handler returns, head and body in one.</summary>
    private static Task Write(HttpContext http, string contentType, PooledBuffer output)
    {
        SetHead(http, contentType, output.Length);
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return Task.CompletedTask;
        }

        var starting = output.Length < HeadFirst ? Task.CompletedTask : http.Response.StartAsync(http.RequestAborted);
        if (!starting.IsCompletedSuccessfully)
        {
            return WriteLater(starting, http.Response, output);
        }

        Copy(output, http.Response);
        return Task.CompletedTask;
    }

    private static async Task WriteLater(Task starting, HttpResponse response, PooledBuffer output)
    {
        await starting;
        Copy(output, response);
    }

    private static void Copy(PooledBuffer output, HttpResponse response)
    {
        var writer = response.BodyWriter;
        output.WrittenSpan.CopyTo(writer.GetSpan(output.Length));
        writer.Advance(output.Length);
    }

    private static void SetHead(HttpContext http, string contentType, int length)
    {
        http.Response.ContentType = contentType;
        http.Response.ContentLength = length;
    }

    private static void SetStatus(HttpResponse response, string? code, string contentType)
    {
        response.StatusCode = code switch
        {
            ErrorCodes.MethodNotAllowed => StatusCodes.Status405MethodNotAllowed,
            ErrorCodes.BadRequest => StatusCodes.Status400BadRequest,
            ErrorCodes.Overloaded => StatusCodes.Status503ServiceUnavailable,
            _ when ReferenceEquals(contentType, MediaTypes.JsonUtf8) => StatusCodes.Status200OK,
            ErrorCodes.TimedOut => StatusCodes.Status504GatewayTimeout,
            _ => StatusCodes.Status400BadRequest,
        };
        SetRetry(response, code);
    }

    /// <summary>RFC 9110, section 10.2.3.</summary>
    private static void SetRetry(HttpResponse response, string? code)
    {
        if (code is ErrorCodes.Overloaded)
        {
            response.Headers.RetryAfter = RetryAfter;
        }
    }
}
