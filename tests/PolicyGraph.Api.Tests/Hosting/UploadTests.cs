using System.Net;
using System.Text;
using PolicyGraph.Api.Tests.Writing;
using PolicyGraph.Api.Writing;

namespace PolicyGraph.Api.Tests.Hosting;

/// <summary>Papers as files of a multipart request.</summary>
public sealed class UploadTests
{
    private const string Secret = "writing-secret-0001";

    private static readonly ApiAccess Access = new(
        [new("curator", Secret, ApiRights.Write), new("reader", "reading-secret-0001", ApiRights.Read)],
        ReadingNeedsKey: false
    );

    [Theory]
    [InlineData("a.txt", "", """{"data":{"ingestDocument":{"effect":"added","document":{"title":"a.txt","text":"甲局来文"}}}}""")]
    [InlineData(
        "a.bin",
        ", source: \\\"b.txt\\\"",
        """{"data":{"ingestDocument":{"effect":"added","document":{"title":"b.txt","text":"甲局来文"}}}}"""
    )]
    [InlineData("a.bin", "", "a.bin is no paper.")]
    [InlineData("a.txt", ", text: \\\"x\\\"", "Give exactly one of `text`, `base64` and `file`.")]
    public async Task A_file_that_is_sent_is_taken_in_as_a_paper(string name, string more, string answer)
    {
        await using var server = await ApiServer.StartAsync(Access, new MutationTests.PlainReader());
        var operation =
            $$$"""{"query":"mutation($f: Upload!) { ingestDocument(file: $f{{{more}}}) { effect document { title text } } }","variables":{"f":null}}""";
        using var response = await PostAsync(server, operation, """{"0":["variables.f"]}""", $"Bearer {Secret}", name);
        Assert.Contains(answer, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_files_one_that_fails_does_not_hold_up_the_others()
    {
        await using var server = await ApiServer.StartAsync(Access, new MutationTests.PlainReader());
        const string Operation =
            """{"query":"mutation($f: [Upload!]!) { ingestDocuments(files: $f) { source failure ingestion { effect } } }","variables":{"f":[null,null,null]}}""";
        using var response = await PostAsync(
            server,
            Operation,
            """{"0":["variables.f.0","variables.f.2"],"1":["variables.f.1"]}""",
            $"Bearer {Secret}",
            "a.txt",
            "b.bin"
        );
        Assert.Equal(
            """{"data":{"ingestDocuments":[{"source":"a.txt","failure":null,"ingestion":{"effect":"added"}},{"source":"b.bin","failure":"b.bin is no paper.","ingestion":null},{"source":"a.txt","failure":null,"ingestion":{"effect":"unchanged"}}]}}""",
            await response.Content.ReadAsStringAsync()
        );
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("Bearer reading-secret-0001", HttpStatusCode.Forbidden)]
    [InlineData("Bearer writing-secret-0002", HttpStatusCode.Unauthorized)]
    public async Task Only_the_bearer_of_a_key_that_writes_may_send_files(string? key, HttpStatusCode status)
    {
        await using var server = await ApiServer.StartAsync(Access, new MutationTests.PlainReader());
        using var response = await PostAsync(server, "{}", "{}", key, "a.txt");
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(0, (await server.Graph.StatusAsync(CancellationToken.None)).Documents);
    }

    private static async Task<HttpResponseMessage> PostAsync(
        ApiServer server,
        string operations,
        string map,
        string? key,
        params string[] files
    )
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(operations), "operations" },
            { new StringContent(map), "map" },
        };
        for (var i = 0; i < files.Length; i++)
        {
            form.Add(
                new ByteArrayContent(Encoding.UTF8.GetBytes("甲局来文")),
                i.ToString(System.Globalization.CultureInfo.InvariantCulture),
                files[i]
            );
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, (Uri?)null) { Content = form };
        request.Headers.TryAddWithoutValidation("GraphQL-Require-Preflight", "1");
        request.Headers.TryAddWithoutValidation("Authorization", key is null ? [] : [key]);
        return await server.Client.SendAsync(request);
    }
}
