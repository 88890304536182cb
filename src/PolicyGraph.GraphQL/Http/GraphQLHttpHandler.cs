using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Http.Sockets;
using PolicyGraph.GraphQL.Http.Streams;
using PolicyGraph.GraphQL.Http.Uploads;

namespace PolicyGraph.GraphQL.Http;

/// <summary>One HTTP request from its head to its response. Where body and engine answer at once no state machine is made and nothing waits.</summary>
internal sealed class GraphQLHttpHandler
{
    private readonly GraphQLEngine _engine;
    private readonly GraphQLHttpOptions _options;
    private readonly CrossOrigin _crossOrigin;
    private readonly ResponseSender _sender;
    private readonly UploadReader _uploads;
    private readonly StreamEndpoint _streams;
    private readonly SocketEndpoint _sockets;

    public GraphQLHttpHandler(GraphQLEngine engine, GraphQLHttpOptions options, IEndpointRouteBuilder endpoints)
    {
        (_engine, _options, _crossOrigin, _sender, _uploads) = (engine, options, new CrossOrigin(options), new ResponseSender(options), new UploadReader(options));
        var stopping = endpoints.ServiceProvider.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        var gate = new ConnectionGate(options.Streaming.MaxConnections);
        _streams = new StreamEndpoint(engine, options.Streaming, gate, stopping);
        _sockets = new SocketEndpoint(engine, options, gate, endpoints.CreateApplicationBuilder(), stopping);
    }

    public Task HandleAsync(HttpContext http)
    {
        _crossOrigin.Apply(http);
        if (HttpMethods.IsPost(http.Request.Method))
        {
            return HandlePost(http);
        }

        if (SocketEndpoint.Takes(http.Request))
        {
            return _sockets.HandleAsync(http);
        }

        if (StreamEndpoint.IsControl(http.Request))
        {
            return _streams.ControlAsync(http);
        }

        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            return HandleGet(http);
        }

        http.Response.Headers.Allow = "GET, POST, PUT, DELETE, OPTIONS";
        http.Response.StatusCode = HttpMethods.IsOptions(http.Request.Method) ? StatusCodes.Status204NoContent : StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }

    private Task HandleGet(HttpContext http)
    {
        if (_crossOrigin.CheckGet(http.Request) is { } unsafeGet)
        {
            return ResponseSender.Refuse(http, unsafeGet);
        }

        if (http.Request.QueryString.Value is { } query && query.Length > _options.MaxRequestBytes)
        {
            return ResponseSender.Refuse(http, TooLarge());
        }

        return RequestReader.TryReadQueryString(http.Request, out var request, out var refusal)
            ? Answer(http, request)
            : ResponseSender.Refuse(http, refusal);
    }

    private Task HandlePost(HttpContext http)
    {
        if (UploadReader.Takes(http.Request))
        {
            return HandleUpload(http);
        }

        if (MediaTypes.CheckBody(http.Request) is { } unreadable)
        {
            return ResponseSender.Refuse(http, unreadable);
        }

        if (http.Request.ContentLength > _options.MaxRequestBytes)
        {
            return ResponseSender.Refuse(http, TooLarge());
        }

        var reading = http.Request.BodyReader.ReadAsync(http.RequestAborted);
        return reading.IsCompletedSuccessfully && reading.Result is { IsCompleted: true, Buffer.IsSingleSegment: true } whole
            ? AnswerBody(http, whole.Buffer.First, whole.Buffer.End)
            : ReadOn(http, reading);
    }

    private async Task HandleUpload(HttpContext http)
    {
        try
        {
            if (CrossOrigin.CheckUpload(http.Request) is { } unsafeUpload)
            {
                throw new UploadRefusal(unsafeUpload);
            }

            await Answer(http, _options.AdmitsUpload(http)
                ? await _uploads.ReadAsync(http)
                : throw new UploadRefusal(new HttpRefusal(StatusCodes.Status403Forbidden, "You may not send files here.")));
        }
        catch (UploadRefusal refusal)
        {
            await ResponseSender.Refuse(http, refusal.Refusal);
        }
    }

    private Task AnswerBody(HttpContext http, ReadOnlyMemory<byte> body, SequencePosition end)
    {
        var answering = RequestReader.TryReadBody(http.Request, body, out var request, out var refusal)
            ? Answer(http, request)
            : ResponseSender.Refuse(http, refusal);
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
        while (!result.IsCompleted && result.Buffer.Length <= _options.MaxRequestBytes)
        {
            body.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            result = await body.ReadAsync(http.RequestAborted);
        }

        var isTooLarge = result.Buffer.Length > _options.MaxRequestBytes;
        var bytes = isTooLarge ? [] : result.Buffer.ToArray();
        body.AdvanceTo(result.Buffer.End);
        if (isTooLarge)
        {
            await ResponseSender.Refuse(http, TooLarge());
        }
        else if (RequestReader.TryReadBody(http.Request, bytes, out var request, out var refusal))
        {
            await Answer(http, request);
        }
        else
        {
            await ResponseSender.Refuse(http, refusal);
        }
    }

    private Task Answer(HttpContext http, GraphQLRequest request)
    {
        if (StreamEndpoint.Takes(http.Request))
        {
            return _streams.AnswerAsync(http, request);
        }

        if (MediaTypes.Negotiate(http.Request) is not { } contentType)
        {
            return ResponseSender.Refuse(http, new HttpRefusal(
                StatusCodes.Status406NotAcceptable, $"The answer comes as {MediaTypes.GraphQLResponse} or {MediaTypes.Json}, in UTF-8."));
        }

        var output = new PooledBuffer(limit: _engine.Options.Limits.MaxResponseBytes);
        var executing = _engine.ExecuteAsync(request, output, http, http.RequestAborted);
        if (!executing.IsCompletedSuccessfully)
        {
            return AnswerLater(http, request, contentType, output, executing);
        }

        return _sender.Send(http, request, contentType, executing.Result, output);
    }

    private async Task AnswerLater(HttpContext http, GraphQLRequest request, string contentType, PooledBuffer output, ValueTask<OperationOutcome> executing)
    {
        try
        {
            await _sender.Send(http, request, contentType, await executing, output);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
            output.Dispose();
        }
    }

    private HttpRefusal TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, $"A request may have {_options.MaxRequestBytes} bytes.");
}
