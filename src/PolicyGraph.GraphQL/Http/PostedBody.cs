using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace PolicyGraph.GraphQL.Http;

/// <summary>
/// Reads the JSON body of a POST and has it answered. A body that is there whole is read where it lies, without a copy or a wait.
/// </summary>
internal sealed class PostedBody(GraphQLHttpOptions options, OperationAnswer answer)
{
    public Task AnswerAsync(HttpContext http)
    {
        if (MediaTypes.CheckBody(http.Request) is { } unreadable)
        {
            return ResponseSender.Refuse(http, unreadable);
        }

        if (http.Request.ContentLength > options.MaxRequestBytes)
        {
            return ResponseSender.Refuse(http, HttpRefusal.TooLarge(options.MaxRequestBytes));
        }

        var reading = http.Request.BodyReader.ReadAsync(http.RequestAborted);
        return reading.IsCompletedSuccessfully && reading.Result is { IsCompleted: true, Buffer.IsSingleSegment: true } whole
            ? AnswerInPlace(http, whole.Buffer.First, whole.Buffer.End)
            : ReadOn(http, reading);
    }

    private Task AnswerInPlace(HttpContext http, ReadOnlyMemory<byte> body, SequencePosition end)
    {
        var answering = Answer(http, body);
        if (!answering.IsCompletedSuccessfully)
        {
            return Release(answering, http.Request.BodyReader, end);
        }

        http.Request.BodyReader.AdvanceTo(end);
        return answering;
    }

    /// <summary>The request's texts lie in the body's buffer, which is given back only after the answer.</summary>
    private static async Task Release(Task answering, PipeReader body, SequencePosition end)
    {
        await answering;
        body.AdvanceTo(end);
    }

    private async Task ReadOn(HttpContext http, ValueTask<ReadResult> reading)
    {
        var body = http.Request.BodyReader;
        var result = await reading;
        while (!result.IsCompleted && result.Buffer.Length <= options.MaxRequestBytes)
        {
            body.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            result = await body.ReadAsync(http.RequestAborted);
        }

        var isTooLarge = result.Buffer.Length > options.MaxRequestBytes;
        var bytes = isTooLarge ? [] : result.Buffer.ToArray();
        body.AdvanceTo(result.Buffer.End);
        await (isTooLarge ? ResponseSender.Refuse(http, HttpRefusal.TooLarge(options.MaxRequestBytes)) : Answer(http, bytes));
    }

    private Task Answer(HttpContext http, ReadOnlyMemory<byte> body) =>
        RequestReader.TryReadBody(http.Request, body, out var request, out var refusal)
            ? answer.AnswerAsync(http, request)
            : ResponseSender.Refuse(http, refusal);
}
