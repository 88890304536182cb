using Microsoft.AspNetCore.Http;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.GraphQL.Http;

/// <summary>Sends responses. GraphQL over HTTP, section 6, "Response": plain JSON says 200 for all that GraphQL answers, the GraphQL media type tells refusals by their status.</summary>
internal static class ResponseSender
{
    /// <summary>A refusal before GraphQL saw the request.</summary>
    public static Task Refuse(HttpContext http, HttpRefusal refusal)
    {
        using var output = new PooledBuffer();
        ResponseOutput.WriteRefusal(output, [new GraphQLError(refusal.Message, ErrorCodes.BadRequest)]);
        http.Response.StatusCode = refusal.Status;
        Write(http, MediaTypes.Negotiate(http.Request) ?? MediaTypes.JsonUtf8, output);
        return Task.CompletedTask;
    }

    /// <summary>What the engine answered; gives the buffer back.</summary>
    public static Task Send(
        HttpContext http, GraphQLRequest request, string contentType, OperationOutcome outcome, PooledBuffer output, GraphQLHttpOptions options)
    {
        using (output)
        {
            if (outcome.Kind is OutcomeKind.Refused)
            {
                http.Response.StatusCode = StatusOf(outcome.Code, contentType);
            }
            else if (request is { QueriesOnly: true, DocumentHash: not null } && outcome.Kind is OutcomeKind.Complete && Caching.IsFresh(http, output, options))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            if (request.WantsCost)
            {
                http.Response.Headers["GraphQL-Cost"] = outcome.Price.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
            }

            if (output.Length >= options.CompressesFrom && Compression.TryCompress(http, output) is { } compressed)
            {
                using (compressed)
                {
                    Write(http, contentType, compressed);
                }
            }
            else
            {
                Write(http, contentType, output);
            }

            return Task.CompletedTask;
        }
    }

    /// <summary>Writes without flushing: the server flushes when the handler returns, head and body in one.</summary>
    private static void Write(HttpContext http, string contentType, PooledBuffer output)
    {
        http.Response.ContentType = contentType;
        http.Response.ContentLength = output.Length;
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return;
        }

        var writer = http.Response.BodyWriter;
        output.WrittenSpan.CopyTo(writer.GetSpan(output.Length));
        writer.Advance(output.Length);
    }

    private static int StatusOf(string? code, string contentType) => code switch
    {
        ErrorCodes.MethodNotAllowed => StatusCodes.Status405MethodNotAllowed,
        ErrorCodes.BadRequest => StatusCodes.Status400BadRequest,
        _ when ReferenceEquals(contentType, MediaTypes.JsonUtf8) => StatusCodes.Status200OK,
        ErrorCodes.TimedOut => StatusCodes.Status504GatewayTimeout,
        _ => StatusCodes.Status400BadRequest,
    };
}
