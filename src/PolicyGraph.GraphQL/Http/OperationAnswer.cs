using Microsoft.AspNetCore.Http;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Http.Streams;

namespace PolicyGraph.GraphQL.Http;

/// <summary>
/// Answers a request that has been read: negotiates the media type, runs it, sends what came of it. Where the engine answers at once no
/// state machine is made and nothing waits.
/// </summary>
internal sealed class OperationAnswer(GraphQLEngine engine, GraphQLHttpOptions options, StreamEndpoint streams)
{
    private readonly ResponseSender _sender = new(options, engine.Options.Time);
    private readonly RetryPacing _pacing = new(engine.Options.Time);

    public Task AnswerAsync(HttpContext http, GraphQLRequest request)
    {
        if (StreamEndpoint.Takes(http.Request))
        {
            return streams.AnswerAsync(http, request);
        }

        if (MediaTypes.Negotiate(http.Request) is not { } contentType)
        {
            return ResponseSender.Refuse(
                http,
                new HttpRefusal(
                    StatusCodes.Status406NotAcceptable,
                    $"The answer comes as {MediaTypes.GraphQLResponse} or {MediaTypes.Json}, in UTF-8."
                )
            );
        }

        var output = new PooledBuffer(limit: engine.Options.Limits.MaxResponseBytes);
        var executing = engine.ExecuteAsync(request, output, http, http.RequestAborted);
        return executing.IsCompletedSuccessfully && executing.Result.Code is not ErrorCodes.Overloaded
            ? _sender.Send(http, request, contentType, executing.Result, output)
            : AnswerLater(http, request, contentType, output, executing);
    }

    private async Task AnswerLater(
        HttpContext http,
        GraphQLRequest request,
        string contentType,
        PooledBuffer output,
        ValueTask<OperationOutcome> executing
    )
    {
        try
        {
            var outcome = await executing;
            if (outcome.Code is ErrorCodes.Overloaded)
            {
                await _pacing.WaitAsync(http);
            }

            await _sender.Send(http, request, contentType, outcome, output);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
            output.Dispose();
        }
    }
}
