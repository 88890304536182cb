using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PolicyGraph.Store.Neo4j.Transport;

/// <summary>
/// Neo4j's Query API over HTTP (Neo4j 5.19 and later, Aura): <c>POST /db/{database}/query/v2</c> and <c>…/tx</c>. Bookmarks are carried from each answer
/// to the next request, so a reader sees its own writes on a cluster too.
/// </summary>
public sealed class HttpTransport : INeo4jTransport
{
    private readonly HttpClient _client;
    private readonly bool _ownsClient;
    private volatile IReadOnlyList<string> _bookmarks = [];

    /// <param name="client">Its time limit is the longest that one statement may take.</param>
    public HttpTransport(Neo4jAddress address, HttpClient client, bool ownsClient, string user, string password)
    {
        Address = address;
        _client = client;
        _ownsClient = ownsClient;
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
        var (answer, affinity) = await SendAsync(HttpMethod.Post, new Uri(QueryPath + "/tx"), statement: null, affinity: null, cancellation);
        using (answer)
        {
            var id = answer.RootElement.GetProperty("transaction").GetProperty("id").GetString();
            return new HttpTransaction(this, new Uri($"{QueryPath}/tx/{id}"), affinity);
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

    /// <summary>One request; the answer has no errors and its bookmarks are kept. The second value is the cluster member that holds an open transaction.</summary>
    internal async ValueTask<(JsonDocument Answer, string? Affinity)> SendAsync(
        HttpMethod method, Uri path, Statement? statement, string? affinity, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = Credentials;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (affinity is not null)
        {
            request.Headers.Add(AffinityHeader, affinity);
        }

        if (method == HttpMethod.Post)
        {
            request.Content = RequestBody.Of(statement, _bookmarks);
        }

        using var response = await SendAsync(request, cancellation);
        var answer = await ReadAsync(response, cancellation);
        Keep(answer.RootElement);
        return (answer, response.Headers.TryGetValues(AffinityHeader, out var values) ? values.First() : affinity);
    }

    private const string AffinityHeader = "neo4j-cluster-affinity";

    private async ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (HttpRequestException error)
        {
            throw new StoreException(StoreErrorCode.Unavailable, $"Neo4j at {Address} does not answer: {error.Message} Is it running, and is this its HTTP port?", error);
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            throw new StoreException(StoreErrorCode.Unavailable, $"Neo4j at {Address} did not answer within {_client.Timeout.TotalSeconds:0} s.", error);
        }
    }

    private async ValueTask<JsonDocument> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        JsonDocument answer;
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            answer = await JsonDocument.ParseAsync(body, cancellationToken: cancellation);
        }
        catch (Exception error) when (error is JsonException or HttpRequestException or IOException)
        {
            throw Unreadable(response, error);
        }

        // Success is 202, and so is a failure at run time: only the member "errors" tells.
        if (answer.RootElement.ValueKind == JsonValueKind.Object && answer.RootElement.TryGetProperty("errors", out var errors) && errors.GetArrayLength() > 0)
        {
            var first = errors[0];
            var failure = Neo4jErrors.Of(Address, first.GetProperty("code").GetString() ?? "", first.GetProperty("message").GetString() ?? "");
            answer.Dispose();
            throw failure;
        }

        return answer.RootElement.ValueKind == JsonValueKind.Object && response.IsSuccessStatusCode ? answer : throw Unreadable(response, null);
    }

    private StoreException Unreadable(HttpResponseMessage response, Exception? error) => response.StatusCode switch
    {
        HttpStatusCode.NotFound => new(StoreErrorCode.Unsupported, $"{Address.Server} has no Query API: Neo4j 5.19 or later is needed, and its HTTP port.", error),
        HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout =>
            new(StoreErrorCode.Unavailable, $"Neo4j at {Address} is not ready ({(int)response.StatusCode}).", error),
        HttpStatusCode.TooManyRequests => Neo4jErrors.Of(Address, "Neo.ClientError.Security.AuthenticationRateLimit", ""),
        _ => new(StoreErrorCode.Unavailable, $"The answer of Neo4j at {Address} was cut off or is no JSON ({(int)response.StatusCode}).", error),
    };

    private void Keep(JsonElement answer)
    {
        if (answer.TryGetProperty("bookmarks", out var bookmarks) && bookmarks.GetArrayLength() > 0)
        {
            _bookmarks = [.. bookmarks.EnumerateArray().Select(bookmark => bookmark.GetString()!)]; // The API gives texts here.
        }
    }
}
