using System.Net;
using System.Text;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Store.Neo4j.Tests;

/// <summary>Each failure of a server becomes one error that says what to do. No server is asked.</summary>
public class TransportErrorTests
{
    [Theory]
    [InlineData(401, "Neo.ClientError.Security.Unauthorized", StoreErrorCode.Unauthorized, "NEO4J_PASSWORD")]
    [InlineData(429, "Neo.ClientError.Security.AuthenticationRateLimit", StoreErrorCode.Unauthorized, "too many wrong passwords")]
    [InlineData(404, "Neo.ClientError.Database.DatabaseNotFound", StoreErrorCode.Unsupported, "no database 'policies'")]
    [InlineData(400, "Neo.TransientError.Transaction.DeadlockDetected", StoreErrorCode.Conflict, "DeadlockDetected")]
    [InlineData(400, "Neo.TransientError.General.MemoryPoolOutOfMemoryError", StoreErrorCode.TooExpensive, "memory")]
    [InlineData(202, "Neo.ClientError.Statement.ArithmeticError", StoreErrorCode.Failed, "ArithmeticError")]
    [InlineData(400, "Neo.TransientError.Database.DatabaseUnavailable", StoreErrorCode.Unavailable, "starting")]
    [InlineData(404, "Neo.ClientError.Request.Invalid", StoreErrorCode.Conflict, "transaction no longer")]
    [InlineData(400, "Neo.ClientError.Request.Invalid", StoreErrorCode.Failed, "no words")]
    [InlineData(202, "Neo.ClientError.Transaction.Terminated", StoreErrorCode.Failed, "no words")]
    [InlineData(400, "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists", StoreErrorCode.Conflict, "no words")]
    [InlineData(202, "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", StoreErrorCode.NotWritable, "only be read")]
    public async Task Codes_tell_what_failed_whatever_the_status(int status, string code, StoreErrorCode expected, string words)
    {
        var body = $$"""{"data":{"fields":[],"values":[]},"errors":[{"code":"{{code}}","message":"no words"}]}""";

        var failure = await FailureAsync(status, body);

        Assert.Equal(expected, failure.Code);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(202, """{"data":{"fields":["x"],"val""", StoreErrorCode.Unavailable, "cut off")]
    [InlineData(503, "Service Unavailable", StoreErrorCode.Unavailable, "not ready")]
    [InlineData(404, "<html>Not Found</html>", StoreErrorCode.Unsupported, "5.23")]
    [InlineData(200, "it works!", StoreErrorCode.Unavailable, "no JSON")]
    [InlineData(200, "{}", StoreErrorCode.Unsupported, "not Neo4j's Query API")]
    [InlineData(200, "[]", StoreErrorCode.Unsupported, "not Neo4j's Query API")]
    [InlineData(200, """{"data":null}""", StoreErrorCode.Unsupported, "not Neo4j's Query API")]
    [InlineData(200, """{"data":{"values":1}}""", StoreErrorCode.Unsupported, "not Neo4j's Query API")]
    [InlineData(200, """{"errors":[{"message":"a GraphQL server's"}]}""", StoreErrorCode.Unsupported, "not Neo4j's Query API")]
    [InlineData(400, """{"errors":{"field":["is required"]}}""", StoreErrorCode.Unsupported, "(400)")]
    [InlineData(500, """{"errors":["oops"]}""", StoreErrorCode.Unavailable, "(500)")]
    [InlineData(413, "", StoreErrorCode.Unsupported, "allows less")]
    [InlineData(401, "", StoreErrorCode.Unauthorized, "refuses the credentials")]
    [InlineData(302, "", StoreErrorCode.Unsupported, "sends elsewhere")]
    public async Task What_is_no_answer_is_told_apart(int status, string body, StoreErrorCode expected, string words)
    {
        var failure = await FailureAsync(status, body);

        Assert.Equal(expected, failure.Code);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        await using var transport = new HttpTransport(
            Neo4jAddress.Parse("http://127.0.0.1:1/neo4j"),
            new HttpClient(),
            ownsClient: true,
            "neo4j",
            "secret"
        );

        var failure = await Assert.ThrowsAsync<StoreException>(async () =>
            await transport.RunAsync(new Statement("RETURN 1", null, IsRead: true), CancellationToken.None)
        );

        Assert.Equal(StoreErrorCode.Unavailable, failure.Code);
        Assert.Contains("http://127.0.0.1:1/neo4j does not answer", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5.22.0", false)]
    [InlineData("4.4.38", false)]
    [InlineData("5.23.0", true)]
    [InlineData("5.27-aura", true)]
    [InlineData("2025.10.1", true)]
    [InlineData("unheard of", true)]
    public async Task One_that_is_too_old_is_told_with_what_is_needed(string version, bool isTaken)
    {
        using var client = new HttpClient(
            new Canned(HttpStatusCode.Accepted, $$$"""{"data":{"fields":["v"],"values":[["{{{version}}}"]]}}""")
        );
        await using var transport = new HttpTransport(
            Neo4jAddress.Parse("http://localhost:7474/policies"),
            client,
            ownsClient: false,
            "neo4j",
            "secret"
        );

        var failure = await Record.ExceptionAsync(() => ServerVersion.CheckAsync(transport, CancellationToken.None));

        Assert.Equal(
            isTaken ? null : $"Neo4j at http://localhost:7474/policies is of version {version}; 5.23 or later is needed.",
            failure?.Message
        );
    }

    private static async Task<StoreException> FailureAsync(int status, string body)
    {
        using var client = new HttpClient(new Canned((HttpStatusCode)status, body));
        await using var transport = new HttpTransport(
            Neo4jAddress.Parse("http://localhost:7474/policies"),
            client,
            ownsClient: false,
            "neo4j",
            "secret"
        );
        return await Assert.ThrowsAsync<StoreException>(async () =>
            await transport.RunAsync(new Statement("RETURN 1", null, IsRead: true), CancellationToken.None)
        );
    }

    private sealed class Canned(HttpStatusCode status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
    }
}
