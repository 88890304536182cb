using System.Net;
using System.Text;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Store.Neo4j.Tests.Faults;

/// <summary>
/// What was written is told to whoever answers next, so that a reader sees its own writes on any member. No server is asked.
/// </summary>
public class BookmarkTests
{
    [Fact]
    public async Task The_bookmark_of_a_write_goes_with_the_next_requests_until_another_stands_for_it()
    {
        var member = new Member();
        await using var transport = new HttpTransport(
            Neo4jAddress.Parse("http://localhost:7474/neo4j"),
            new HttpClient(member),
            ownsClient: true,
            "neo4j",
            "secret"
        );

        foreach (var isRead in (bool[])[true, false, true, true, false, true])
        {
            using var answer = await transport.RunAsync(new Statement("RETURN 1", null, isRead), CancellationToken.None);
        }

        Assert.Equal(["", "", "mark2", "mark2", "mark2", "mark5"], member.Told);
    }

    private sealed class Member : HttpMessageHandler
    {
        private int _answers;

        public List<string> Told { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var body = System.Text.Json.JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken)); // A POST has one.
            Told.Add(body.RootElement.TryGetProperty("bookmarks", out var marks) ? string.Join(',', marks.EnumerateArray()) : "");
            var text = $$"""{"data":{"fields":[],"values":[]},"bookmarks":["mark{{++_answers}}"]}""";
            return new HttpResponseMessage(HttpStatusCode.Accepted)
            {
                Content = new StringContent(text, Encoding.UTF8, "application/json"),
            };
        }
    }
}
