using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace PolicyGraph.Tests.Program;

/// <summary>The time limit of the service holds for the extraction of what is sent to it, too.</summary>
public sealed class UploadTimeTests(UploadTimeTests.HastyService service) : IClassFixture<UploadTimeTests.HastyService>
{
    private const string Secret = "first-secret-00000001";
    private const string Sentence = "海州市财政局会同市商务局印发《海州市外贸促进办法》，2023年出口额达到130亿元，比上年增长5.2%。\n";

    [Fact]
    public async Task A_paper_that_takes_too_long_is_given_up_and_leaves_the_service_as_it_was()
    {
        var refused = await SendAsync("long.txt", string.Concat(Enumerable.Repeat(Sentence, 200_000)));
        var taken = await SendAsync("short.txt", $"海州通讯\n{Sentence}");

        Assert.Equal("TIMED_OUT", refused.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("added", taken.GetProperty("data").GetProperty("ingestDocument").GetProperty("effect").GetString());
        Assert.Equal("""{"data":{"overview":{"documents":2}}}""", (await service.AskAsync("{ overview { documents } }")).ToString());
    }

    private async Task<JsonElement> SendAsync(string name, string paper)
    {
        using var form = new MultipartFormDataContent
        {
            {
                new StringContent(
                    """{"query":"mutation($file: Upload!) { ingestDocument(file: $file) { effect } }","variables":{"file":null}}"""
                ),
                "operations"
            },
            { new StringContent("""{"0":["variables.file"]}"""), "map" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(paper)), "0", name },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, (Uri?)null) { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
        request.Headers.Add("GraphQL-Require-Preflight", "1");
        using var response = await service.Client.SendAsync(request);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The service over one paper with a key and two seconds for an operation: hundreds of times what the short paper needs, a part of what the long one does.</summary>
    public sealed class HastyService : ServiceProcess
    {
        private readonly TemporaryFolder _folder;

        public HastyService()
            : this(new TemporaryFolder()) { }

        private HastyService(TemporaryFolder folder)
            : base(
                folder.File("good.txt", Sentence),
                "--keys",
                folder.File("keys.txt", $"curator write {Secret}\n"),
                "--time-limit",
                "2"
            ) => _folder = folder;

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            _folder.Dispose();
        }
    }
}
