using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PolicyGraph.Api.Schema;
using PolicyGraph.Api.Tests.Support;
using PolicyGraph.Api.Writing;
using PolicyGraph.Model;

namespace PolicyGraph.Api.Tests.Writing;

public sealed class MutationTests
{
    private const string Secret = "writing-secret-0001";

    private const string Record = """
        {"document": {"title": "甲文"}, "entities": [{"id": "e1", "type": "Agency", "name": "甲局", "mentions": ["甲局"]}], "text": "甲局来文"}
        """;

    private const string Ingest =
        "mutation($record: String!) { ingestRecord(record: $record) { id effect replaced document { title mentions { nodes { name } } } } }";

    private static readonly PolicyGraphSchema Api = PolicyGraphSchema.Load();

    private static readonly ApiAccess Access = new([new ApiKey("curator", Secret, ApiRights.Write)], ReadingNeedsKey: false);

    [Fact]
    public async Task A_record_comes_in_once_and_goes_again()
    {
        await using var store = await TestStore.OpenAsync(Api, []);
        var engine = Api.CreateEngine(store.Graph, access: Access);
        var first = (await engine.DataAsync(Ingest, Variables(Record))).GetProperty("ingestRecord");
        Assert.Equal("added", first.GetProperty("effect").GetString());
        Assert.Equal("""{"title":"甲文","mentions":{"nodes":[{"name":"甲局"}]}}""", first.GetProperty("document").GetRawText());
        var again = (await engine.DataAsync(Ingest, Variables(Record))).GetProperty("ingestRecord");
        Assert.Equal("unchanged", again.GetProperty("effect").GetString());
        var remove = $"mutation {{ removeDocument(id: \"{first.GetProperty("id").GetString()}\") {{ removed }} }}";
        Assert.True((await engine.DataAsync(remove)).GetProperty("removeDocument").GetProperty("removed").GetBoolean());
        Assert.False((await engine.DataAsync(remove)).GetProperty("removeDocument").GetProperty("removed").GetBoolean());
        Assert.Equal("""{"agencies":{"totalCount":0}}""", (await engine.DataAsync("{ agencies { totalCount } }")).GetRawText());
    }

    [Theory]
    [InlineData("{", "it is not JSON at byte 2 of the line")]
    [InlineData("""{"document": 5}""", "The record is no valid one: at $.document something is missing, or of another kind")]
    [InlineData("null", "at $ the record is null")]
    [InlineData("""{"document": null}""", "document")]
    [InlineData(
        """{"document": {}, "entities": [{"id": "e1", "type": "Agency", "name": "甲局", "mentions": [null]}]}""",
        "$.entities[0].mentions[0] the row is null"
    )]
    [InlineData("""{"document": {}, "entities": [{"id": "e1", "type": "Agency", "name": null}]}""", "$.entities[0].name")]
    [InlineData("""{"document": {}, "relations": [{"type": "ISSUED", "from": "e1", "to": "e2", "evidence": ""}]}""", "e1")]
    public async Task A_record_that_is_none_is_refused_with_the_reason(string record, string reason)
    {
        await using var store = await TestStore.OpenAsync(Api, []);
        var response = await Api.CreateEngine(store.Graph, access: Access).AskAsync(Ingest, Variables(record));
        Assert.True(response.TryGetProperty("errors", out var errors), response.GetRawText());
        var error = errors[0];
        Assert.Contains(reason, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("BAD_USER_INPUT", error.GetProperty("extensions").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("Bearer writing-secret-0002", false)]
    [InlineData("Bearer writing-secret-0001", true)]
    public async Task Over_http_only_the_bearer_of_a_key_writes(string? header, bool mayWrite)
    {
        await using var store = await TestStore.OpenAsync(Api, []);
        var http = new DefaultHttpContext();
        http.Request.Headers.Authorization = header;
        var response = await Api.CreateEngine(store.Graph, access: Access).AskAsync(Ingest, Variables(Record), http);
        Assert.Equal(!mayWrite, response.TryGetProperty("errors", out var errors));
        Assert.Equal(mayWrite ? 1 : 0, (await store.Graph.StatusAsync(CancellationToken.None)).Documents);
        if (!mayWrite)
        {
            Assert.Equal("FORBIDDEN", errors[0].GetProperty("extensions").GetProperty("code").GetString());
        }
    }

    [Theory]
    [InlineData("source: \"a.txt\", text: \"甲局来文\"", null)]
    [InlineData("source: \"a.txt\", base64: \"55Sy5bGA5p2l5paH\"", null)]
    [InlineData("source: \"a.txt\"", "exactly one")]
    [InlineData("source: \"a.txt\", text: \"甲\", base64: \"55Sy\"", "exactly one")]
    [InlineData("source: \"a.txt\", base64: \"?\"", "no Base64")]
    [InlineData("source: \"a.bin\", text: \"甲\"", "no paper")]
    [InlineData("text: \"甲\"", "Give the `source`")]
    [InlineData("source: \"a.txt\", file: null, text: \"甲局来文\"", null)]
    public async Task A_paper_is_read_by_the_programs_reader(string arguments, string? reason)
    {
        await using var store = await TestStore.OpenAsync(Api, []);
        var engine = Api.CreateEngine(store.Graph, access: Access, reader: new PlainReader());
        var response = await engine.AskAsync($"mutation {{ ingestDocument({arguments}) {{ document {{ title text }} }} }}");
        if (reason is null)
        {
            Assert.Equal(
                """{"title":"a.txt","text":"甲局来文"}""",
                response.GetProperty("data").GetProperty("ingestDocument").GetProperty("document").GetRawText()
            );
        }
        else
        {
            Assert.Contains(reason, response.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        }
    }

    private static string Variables(string record) => JsonSerializer.Serialize(new Dictionary<string, string> { ["record"] = record });

    /// <summary>Takes every text file as a paper that names nothing.</summary>
    internal sealed class PlainReader : IPaperReader
    {
        public ValueTask<PaperReading> ReadAsync(string source, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
            ValueTask.FromResult(
                source.EndsWith(".txt", StringComparison.Ordinal)
                    ? new PaperReading(
                        new DocumentRecord
                        {
                            Document = new DocumentHead { Title = source },
                            Text = Encoding.UTF8.GetString(bytes.Span),
                        },
                        Failure: null
                    )
                    : new PaperReading(Record: null, $"{source} is no paper.")
            );
    }
}
