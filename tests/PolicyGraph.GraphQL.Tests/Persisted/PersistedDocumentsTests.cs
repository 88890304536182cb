using System.Text;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Persisted;
using PolicyGraph.GraphQL.Tests.Execution;
using PolicyGraph.GraphQL.Tests.Http;

namespace PolicyGraph.GraphQL.Tests.Persisted;

public sealed class PersistedDocumentsTests
{
    private const string Text = "{ __typename }";
    private static readonly string Hash = PersistedDocuments.Hash(Encoding.UTF8.GetBytes(Text));

    [Fact]
    public async Task Registers_a_document_as_Apollo_clients_do()
    {
        await using var server = await SmallServer.StartAsync();
        var extensions = $"\"extensions\":{{\"persistedQuery\":{{\"version\":1,\"sha256Hash\":\"{Hash}\"}}}}";
        Assert.Contains("\"PersistedQueryNotFound\"", (await server.PostAsync($"{{{extensions}}}")).Body);
        Assert.Contains("\"Query\"", (await server.PostAsync($$"""{"query":"{{Text}}",{{extensions}}}""")).Body);
        Assert.Contains("\"Query\"", (await server.PostAsync($"{{{extensions}}}")).Body);
        Assert.Contains("\"Query\"", (await server.PostAsync($$"""{"documentId":"sha256:{{Hash}}"}""")).Body);
    }

    [Theory]
    [InlineData(1, "PersistedQueryNotFound")]
    [InlineData(0, "PersistedQueryNotSupported")]
    public async Task Registers_nothing_where_that_is_switched_off(int most, string message)
    {
        var documents = new Dictionary<string, byte[]>();
        await using var server = await SmallServer.StartAsync(
            engine: new EngineOptions { Persisted = PersistedDocuments.Trusted(documents, only: false, most) }
        );
        Assert.Contains(
            message,
            (await server.PostAsync($"{{\"extensions\":{{\"persistedQuery\":{{\"version\":1,\"sha256Hash\":\"{Hash}\"}}}}}}")).Body
        );
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(20, false)]
    public async Task Keeps_up_to_16_MiB_of_registered_text(int texts, bool isFirstKept)
    {
        await using var server = await SmallServer.StartAsync();
        var hashes = new List<string>();
        for (var i = 0; i < texts; i++)
        {
            var text = $"{{ __typename }} #{i}{new string(' ', 1_000_000)}";
            hashes.Add(PersistedDocuments.Hash(Encoding.UTF8.GetBytes(text)));
            Assert.Contains(
                "\"Query\"",
                (
                    await server.PostAsync(
                        $$$"""{"query":"{{{text}}}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"{{{hashes[i]}}}" } } }"""
                    )
                ).Body
            );
        }

        Assert.Equal(isFirstKept, (await server.PostAsync($$"""{"documentId":"{{hashes[0]}}"}""")).Body.Contains("\"Query\""));
        Assert.Contains("\"Query\"", (await server.PostAsync($$"""{"documentId":"{{hashes[^1]}}"}""")).Body);
    }

    [Fact]
    public async Task Refuses_a_hash_that_is_not_the_texts()
    {
        await using var server = await SmallServer.StartAsync();
        var (status, _, body) = await server.PostAsync(
            $"{{\"query\":\"{{ strict }}\",\"extensions\":{{\"persistedQuery\":{{\"version\":1,\"sha256Hash\":\"{Hash}\"}}}}}}"
        );
        Assert.Equal(400, status);
        Assert.Contains("not the SHA-256", body);
    }

    [Theory]
    [InlineData("""{"query":"{ __typename }"}""", true)]
    [InlineData("""{"query":"{ strict }"}""", false)]
    [InlineData("""{"documentId":"query-1"}""", true)]
    [InlineData("""{"documentId":"query-2"}""", false)]
    public async Task Runs_only_trusted_documents_where_told_to(string body, bool isRun)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "manifest.json"), $$"""{"query-1":"{{Text}}"}""");
            var documents = await TrustedFolder.ReadAsync(folder.FullName, CancellationToken.None);
            await using var server = await SmallServer.StartAsync(
                engine: new EngineOptions { Persisted = PersistedDocuments.Trusted(documents, only: true) }
            );
            Assert.Equal(isRun, (await server.PostAsync(body)).Body.Contains("\"data\""));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Answers_a_repeated_GET_with_304()
    {
        var documents = new Dictionary<string, byte[]> { [Hash] = Encoding.UTF8.GetBytes(Text) };
        await using var server = await SmallServer.StartAsync(
            new GraphQL.Http.GraphQLHttpOptions { MaxAge = TimeSpan.FromMinutes(1) },
            new EngineOptions { Persisted = PersistedDocuments.Trusted(documents, only: false) }
        );
        using var first = await server.Client.GetAsync($"?documentId={Hash}");
        Assert.Equal("public, max-age=60", first.Headers.CacheControl?.ToString());
        using var again = new HttpRequestMessage(HttpMethod.Get, $"?documentId={Hash}");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await server.Client.SendAsync(again);
        Assert.Equal(System.Net.HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData(60, false, null, "public, max-age=60", false)]
    [InlineData(60, false, "Bearer x", "max-age=60, private", true)]
    [InlineData(60, true, null, "max-age=60, private", true)]
    [InlineData(0, false, null, "no-cache", false)]
    [InlineData(0, true, null, "no-cache, private", true)]
    public async Task Shared_caches_keep_no_answer_that_a_key_is_needed_or_shown_for(
        int seconds,
        bool isPrivate,
        string? key,
        string control,
        bool dependsOnKey
    )
    {
        var documents = new Dictionary<string, byte[]> { [Hash] = Encoding.UTF8.GetBytes(Text) };
        await using var server = await SmallServer.StartAsync(
            new GraphQL.Http.GraphQLHttpOptions { MaxAge = TimeSpan.FromSeconds(seconds), AnswersArePrivate = isPrivate },
            new EngineOptions { Persisted = PersistedDocuments.Trusted(documents, only: false) }
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, $"?documentId={Hash}");
        request.Headers.TryAddWithoutValidation("Authorization", key is null ? [] : [key]);
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(control.Split(", ").Order(), response.Headers.CacheControl!.ToString().Split(", ").Order());
        Assert.Equal(dependsOnKey, response.Headers.Vary.Contains("Authorization"));
    }

    [Fact]
    public void A_query_sent_as_text_needs_no_hash() => Assert.Contains("\"Query\"", SmallService.Ask(Text));
}
