using System.Text;
using PolicyGraph.GraphQL.Cost;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.GraphQL.Tests.Subscriptions;

/// <summary>Specification section 6.2.3, on the engine itself.</summary>
public sealed class SubscriptionTests
{
    public static TheoryData<string> Cases() =>
        [
            .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Subscriptions", "subscriptions.txt"))
                .Where(line => !line.StartsWith('#')),
        ];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Answers_with_the_responses_of_the_case(string line)
    {
        var columns = line.Split('|').Select(column => column.Trim()).ToArray();
        var responses = new List<string>();
        await foreach (var response in Stream(new TalkService(), columns[1], columns[2], CancellationToken.None))
        {
            responses.Add(Encoding.UTF8.GetString(response.Json.Span));
        }

        Assert.Equal(columns[3], string.Join(' ', responses));
    }

    [Fact]
    public async Task Tells_what_is_said_after_it_was_subscribed_to_and_only_what_fits()
    {
        var talk = new TalkService();
        await using var responses = Stream(
                talk,
                "subscription($c: String) { said(containing: $c) { text length broken } }",
                """{"c":"e"}""",
                CancellationToken.None
            )
            .GetAsyncEnumerator();
        var next = responses.MoveNextAsync();
        talk.Sayings.Publish("no");
        talk.Sayings.Publish("yes");
        Assert.True(await next);
        Assert.Equal(
            """{"data":{"said":{"text":"yes","length":3,"broken":null}},"errors":[{"message":"It breaks.","locations":[{"line":1,"column":63}],"path":["said","broken"],"extensions":{"code":"BROKEN"}}]}""",
            Encoding.UTF8.GetString(responses.Current.Json.Span)
        );
    }

    [Fact]
    public async Task Ends_when_the_client_goes_away_and_is_forgotten()
    {
        var talk = new TalkService();
        using var client = new CancellationTokenSource();
        await using var responses = Stream(talk, "subscription { said { text } }", "", client.Token).GetAsyncEnumerator(client.Token);
        var next = responses.MoveNextAsync();
        Assert.Equal(1, talk.Sayings.Subscribers);
        await client.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        Assert.Equal(0, talk.Sayings.Subscribers);
    }

    [Fact]
    public async Task A_slow_client_gets_what_waited_and_then_the_reason()
    {
        var talk = new TalkService(queueLength: 2);
        await using var responses = Stream(talk, "subscription { said { text } }", "", CancellationToken.None).GetAsyncEnumerator();
        var next = responses.MoveNextAsync();
        talk.Sayings.Publish("0");
        Assert.True(await next);
        foreach (var text in new[] { "1", "2", "3", "4" })
        {
            talk.Sayings.Publish(text);
        }

        Assert.Equal(0, talk.Sayings.Subscribers);
        Assert.True(await responses.MoveNextAsync());
        Assert.Equal("""{"data":{"said":{"text":"1"}}}""", Encoding.UTF8.GetString(responses.Current.Json.Span));
        Assert.True(await responses.MoveNextAsync());
        Assert.True(await responses.MoveNextAsync());
        Assert.Equal("SUBSCRIBER_TOO_SLOW", responses.Current.Outcome.Code);
        Assert.False(await responses.MoveNextAsync());
    }

    [Fact]
    public async Task A_subscription_has_a_price()
    {
        var talk = new TalkService(options: new EngineOptions { Limits = new OperationLimits { MaxPrice = 1 } });
        await foreach (var response in Stream(talk, "subscription { said { text length } }", "", CancellationToken.None))
        {
            Assert.Equal("LIMIT_EXCEEDED", response.Outcome.Code);
        }

        Assert.Equal(0, talk.Sayings.Subscribers);
    }

    private static IAsyncEnumerable<OperationResponse> Stream(
        TalkService talk,
        string operation,
        string variables,
        CancellationToken cancellation
    ) =>
        talk.Engine.StreamAsync(
            new GraphQLRequest { Query = Encoding.UTF8.GetBytes(operation), Variables = Encoding.UTF8.GetBytes(variables) },
            host: null,
            cancellation
        );
}
