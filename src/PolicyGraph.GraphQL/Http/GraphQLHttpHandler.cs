using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Http.Sockets;
using PolicyGraph.GraphQL.Http.Streams;
using PolicyGraph.GraphQL.Http.Uploads;

namespace PolicyGraph.GraphQL.Http;

/// <summary>Where each HTTP request at the path goes: by its method and by what it asks for.</summary>
internal sealed class GraphQLHttpHandler
{
    private readonly GraphQLHttpOptions _options;
    private readonly CrossOrigin _crossOrigin;
    private readonly UploadReader _uploads;
    private readonly StreamEndpoint _streams;
    private readonly SocketEndpoint _sockets;
    private readonly OperationAnswer _answer;
    private readonly PostedBody _posted;

    public GraphQLHttpHandler(GraphQLEngine engine, GraphQLHttpOptions options, IEndpointRouteBuilder endpoints)
    {
        (_options, _crossOrigin, _uploads) = (options, new CrossOrigin(options), new UploadReader(options));
        var stopping = endpoints.ServiceProvider.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        var gate = new ConnectionGate(options.Streaming.MaxConnections);
        _streams = new StreamEndpoint(engine, options.Streaming, gate, stopping);
        _sockets = new SocketEndpoint(engine, options, gate, endpoints.CreateApplicationBuilder(), stopping);
        _answer = new OperationAnswer(engine, options, _streams);
        _posted = new PostedBody(options, _answer);
    }

    public Task HandleAsync(HttpContext http)
    {
        _crossOrigin.Apply(http);
        if (!HttpMethods.IsOptions(http.Request.Method) && _options.Refuses(http) is { } refusal)
        {
            return ResponseSender.Refuse(http, refusal);
        }

        if (HttpMethods.IsPost(http.Request.Method))
        {
            return UploadReader.Takes(http.Request) ? HandleUpload(http) : _posted.AnswerAsync(http);
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
        http.Response.StatusCode = HttpMethods.IsOptions(http.Request.Method)
            ? StatusCodes.Status204NoContent
            : StatusCodes.Status405MethodNotAllowed;
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
            return ResponseSender.Refuse(http, HttpRefusal.TooLarge(_options.MaxRequestBytes));
        }

        return RequestReader.TryReadQueryString(http.Request, out var request, out var refusal)
            ? _answer.AnswerAsync(http, request)
            : ResponseSender.Refuse(http, refusal);
    }

    private async Task HandleUpload(HttpContext http)
    {
        try
        {
            if (CrossOrigin.CheckUpload(http.Request) is { } unsafeUpload)
            {
                throw new UploadRefusal(unsafeUpload);
            }

            await _answer.AnswerAsync(
                http,
                _options.RefusesUpload(http) is { } refusal ? throw new UploadRefusal(refusal) : await _uploads.ReadAsync(http)
            );
        }
        catch (UploadRefusal refusal)
        {
            await ResponseSender.Refuse(http, refusal.Refusal);
        }
    }
}
