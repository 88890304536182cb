using System.Text.Json.Nodes;
using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Queries;
using static PolicyGraph.Store.Conformance.Ask;
using static PolicyGraph.Store.Tests.Papers;

namespace PolicyGraph.Store.Tests;

/// <summary>Readers while another writes: each answer is of one version, and pages stay true.</summary>
public sealed class ConcurrencyTests : IDisposable
{
    private const int Papers = 60;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_answer_is_of_one_version()
    {
        await using var store = await _folder.OpenAsync();
        var root = new ListRoot(
            "Policy",
            List(new TotalCountField(Key("totalCount")), Nodes(new RelationCountField(Key("issuers"), In("ISSUED"), null)))
        );
        var writing = WriteAsync(store, 0);
        var seen = 0;
        while (!writing.IsCompleted)
        {
            var answer = JsonNode.Parse(await store.AnswerAsync(root, 1000L, null, null, null))!;
            var nodes = answer["nodes"]!.AsArray();
            Assert.Equal(answer["totalCount"]!.GetValue<int>(), nodes.Count);
            Assert.All(nodes, node => Assert.Equal(1, node!["issuers"]!.GetValue<int>()));
            Assert.True(nodes.Count >= seen, "A later answer saw less.");
            seen = nodes.Count;
        }

        await writing;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_meet_every_row_once_that_was_there_all_the_time(bool backwards)
    {
        await using var store = await _folder.OpenAsync();
        await WriteAsync(store, 1000);
        var writing = WriteAsync(store, 0);
        var met = new List<string>();
        string? cursor = null;
        do
        {
            var (page, next) = await PageAsync(store, backwards, cursor);
            met.AddRange(page);
            cursor = next;
        } while (cursor is not null);

        await writing;
        var before = Enumerable.Range(1000, Papers).Select(number => $"办法{number}").ToList();
        Assert.Equal(met.Count, met.Distinct().Count());
        Assert.Equal(before.Order(StringComparer.Ordinal), met.Where(before.Contains).Order(StringComparer.Ordinal));
        Assert.Equal(backwards ? met.OrderDescending(StringComparer.Ordinal) : met.Order(StringComparer.Ordinal), met);
    }

    private static async Task<(IEnumerable<string> Names, string? Next)> PageAsync(IGraphStore store, bool backwards, string? cursor)
    {
        var info = new PageInfoField(Key("pageInfo"), [new(Key("cursor"), backwards ? PageInfoKind.StartCursor : PageInfoKind.EndCursor)]);
        var root = new ListRoot("Policy", List(Nodes(Of("name")), info));
        object?[] values = backwards ? [null, null, 3L, cursor] : [3L, cursor, null, null];
        var answer = JsonNode.Parse(await store.AnswerAsync(root, values))!;
        var names = answer["nodes"]!.AsArray().Select(node => node!["name"]!.GetValue<string>());
        return (backwards ? names.Reverse() : names, answer["pageInfo"]!["cursor"]?.GetValue<string>());
    }

    private static async Task WriteAsync(IGraphStore store, int from)
    {
        await Task.Yield();
        for (var number = from; number < from + Papers; number++)
        {
            await store.PutAsync(Paper(number));
        }
    }
}
