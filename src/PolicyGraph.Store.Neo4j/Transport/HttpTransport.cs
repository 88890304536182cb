using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PolicyGraph.Store.Neo4j.Transport;

/// <summary>
/// Neo4j's Query API over HTTP: <c>POST /db/{database}/query/v2</c> and <c>…/tx</c>. Bookmarks are carried from each write to the next
/// requests, so a reader sees its own writes on a cluster too. A statement that its caller gives up, or that takes longer than the client's
/// time limit, is ended on the server.
/// </summary>
public sealed class HttpTransport : INeo4jTransport
{
    private readonly HttpClient _client;
    private readonly bool _ownsClient;
    private readonly Bookmarks _bookmarks = new();
    private readonly AbandonedStatements _abandoned;
    private readonly string _instance = Guid.NewGuid().ToString("N")[..12];
    private long _requests;

    /// <param name="client">Its time limit is the longest that one statement may take.</param>
    public HttpTransport(Neo4jAddress address, HttpClient client, bool ownsClient, string user, string password)
    {
        Address = address;
        _client = client;
        _ownsClient = ownsClient;
        _abandoned = new AbandonedStatements(this);
        QueryPath = new Uri(address.Server, $"db/{Uri.EscapeDataString(address.Database)}/query/v2");
        Credentials = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
    }

    public Neo4jAddress Address { get; }

    internal Uri QueryPath { get; }

    private AuthenticationHeaderValue Credentials { get; }

    public async ValueTask<Answer> RunAsync(Statement statement, CancellationToken cancellation)
    {
        var (answer, _) = await SendAsync(HttpMethod.Post, QueryPath, statement, affinity: null, cancellation);
        return new Answer(answer);
    }

    public async ValueTask<INeo4jTransaction> BeginAsync(CancellationToken cancellation)
    {
        var (answer, affinity) = await SendAsync(
            HttpMethod.Post,
            new Uri(QueryPath + "/tx"),
            statement: null,
            affinity: null,
            cancellation
        );
        using (answer)
        {
            return
                Member(answer.RootElement, "transaction", JsonValueKind.Object) is { } begun
                && Member(begun, "id", JsonValueKind.String) is { } id
                ? new HttpTransaction(this, new Uri($"{QueryPath}/tx/{id}"), affinity)
                : throw new StoreException(
                    StoreErrorCode.Unsupported,
                    $"What answers at {Address.Server} begins no transaction of Neo4j's Query API."
                );
        }
    }

    public ValueTask DisposeAsync()
    {
        if (_ownsClient)
        {
            _client.Dispose();
        }

        return default;
    }

    /// <summary>As <see cref="RunAsync"/>, but left running on the server where the caller gives up.</summary>
    internal async ValueTask<Answer> RunOnceAsync(Statement statement, CancellationToken cancellation)
    {
        var (answer, _) = await SendAsync(HttpMethod.Post, QueryPath, new Sent(statement, Request: null), affinity: null, cancellation);
        return new Answer(answer);
    }

    /// <summary>One request; the answer has no errors. The second value is the cluster member that holds an open transaction.</summary>
    internal async ValueTask<(JsonDocument Answer, string? Affinity)> SendAsync(
        HttpMethod method,
        Uri path,
        Statement? statement,
        string? affinity,
        CancellationToken cancellation
    )
    {
        var request = statement is null ? null : $"{_instance}-{Interlocked.Increment(ref _requests)}";
        try
        {
            return await SendAsync(method, path, new Sent(statement, request), affinity, cancellation);
        }
        catch (Exception given)
            when (request is not null && (given is OperationCanceledException || given.InnerException is OperationCanceledException))
        {
            await _abandoned.EndAsync(request);
            throw;
        }
    }

    private async ValueTask<(JsonDocument Answer, string? Affinity)> SendAsync(
        HttpMethod method,
        Uri path,
        Sent sent,
        string? affinity,
        CancellationToken cancellation
    )
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = Credentials;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (affinity is not null)
        {
            request.Headers.Add(AffinityHeader, affinity);
        }

        var bookmarks = _bookmarks.Known;
        if (method == HttpMethod.Post)
        {
            request.Content = RequestBody.Of(sent.Statement, sent.Request, bookmarks);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_client.Timeout);
        try
        {
            using var response = await SendAsync(request, limit.Token);
            var answer = await ReadAsync(response, hasRows: sent.Statement is not null, limit.Token);
            if (sent.Statement is not { IsRead: true })
            {
                _bookmarks.Keep(bookmarks, answer.RootElement);
            }

            return (answer, response.Headers.TryGetValues(AffinityHeader, out var values) ? values.First() : affinity);
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            throw new StoreException(
                StoreErrorCode.TooExpensive,
                $"Neo4j at {Address} did not answer within {_client.Timeout.TotalSeconds:0.#} s.",
                error
            );
        }
    }

    private const string AffinityHeader = "neo4j-cluster-affinity";

    private async ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (HttpRequestException error) when (error.HttpRequestError == HttpRequestError.ResponseEnded)
        {
            throw new StoreException(StoreErrorCode.Unavailable, $"The answer of Neo4j at {Address} was cut off before it came.", error);
        }
        catch (HttpRequestException error)
        {
            throw new StoreException(
                StoreErrorCode.Unavailable,
                $"Neo4j at {Address} does not answer: {error.Message} Is it running, and is this its HTTP port?",
                error
            );
        }
    }

    private async ValueTask<JsonDocument> ReadAsync(HttpResponseMessage response, bool hasRows, CancellationToken cancellation)
    {
        JsonDocument answer;
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            answer = await JsonDocument.ParseAsync(body, cancellationToken: cancellation);
        }
        catch (Exception error) when (error is JsonException or HttpRequestException or IOException)
        {
            throw ForeignAnswers.Of(Address, response, error);
        }

        // Success is 202, and so is a failure at run time: only the member "errors" tells.
        if (Failure(answer.RootElement, response.StatusCode) is not { } failure)
        {
            if (response.IsSuccessStatusCode && IsAnswer(answer.RootElement, hasRows))
            {
                return answer;
            }

            failure = ForeignAnswers.Of(Address, response, unreadable: null);
        }

        answer.Dispose();
        throw failure;
    }

    /// <summary>What the server says of a failure; null where it says nothing in the Query API's words.</summary>
    private StoreException? Failure(JsonElement answer, HttpStatusCode status) =>
        Member(answer, "errors", JsonValueKind.Array) is { } errors
        && errors.GetArrayLength() > 0
        && Member(errors[0], "code", JsonValueKind.String) is { } code
        && Member(errors[0], "message", JsonValueKind.String) is { } message
            ? Neo4jErrors.Of(Address, code.ToString(), message.ToString(), status)
            : null;

    private static bool IsAnswer(JsonElement answer, bool hasRows) =>
        answer.ValueKind == JsonValueKind.Object
        && (
            !hasRows
            || (Member(answer, "data", JsonValueKind.Object) is { } data && Member(data, "values", JsonValueKind.Array) is not null)
        );

    private static JsonElement? Member(JsonElement of, string name, JsonValueKind kind) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == kind ? value : null;

    /// <param name="Request">What the statement is known by while it runs; null where nobody would end it.</param>
    private readonly record struct Sent(Statement? Statement, string? Request);
}
