using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Benchmarks.Neo4j;

/// <summary>The Query API with nothing between: bodies that were made before, answers that are read and not looked into.</summary>
internal sealed class QueryApi : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler());
    private readonly Uri _path;

    public QueryApi(Neo4jAddress address, string user, string password)
    {
        _path = new Uri(address.Server, $"db/{address.Database}/query/v2");
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))
        );
        _client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        _client.Timeout = TimeSpan.FromMinutes(10);
    }

    /// <summary>The body of a statement.</summary>
    /// <param name="parameters">A JSON object.</param>
    public static byte[] Body(string statement, string parameters, bool isRead) =>
        Encoding.UTF8.GetBytes(
            $$"""{"statement":{{JsonSerializer.Serialize(statement)}},"parameters":{{parameters}}{{(isRead ? ",\"accessMode\":\"READ\"" : "")}}}"""
        );

    /// <summary>Sends a body and reads the whole answer, which no error may be in.</summary>
    public async Task<byte[]> SendAsync(byte[] body, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await _client.PostAsync(_path, content, cancellation);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellation);
        return response.IsSuccessStatusCode && answer.AsSpan().IndexOf("\"errors\":"u8) < 0
            ? answer
            : throw new InvalidOperationException(
                $"Neo4j refused a statement of the benchmark: {Encoding.UTF8.GetString(answer.AsSpan(0, Math.Min(answer.Length, 1000)))}"
            );
    }

    /// <summary>The rows of a statement.</summary>
    public async Task<JsonElement> AskAsync(string statement, string parameters, CancellationToken cancellation) =>
        JsonDocument
            .Parse(await SendAsync(Body(statement, parameters, isRead: false), cancellation))
            .RootElement.GetProperty("data")
            .GetProperty("values");

    public void Dispose() => _client.Dispose();
}
