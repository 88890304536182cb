using PolicyGraph.Api.Schema;
using PolicyGraph.Model;
using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Conformance.Randomized;
using PolicyGraph.Store.Embedded;
using PolicyGraph.Store.Neo4j.Transport;
using PolicyGraph.Tests.Program;

namespace PolicyGraph.Store.Neo4j.Tests;

/// <summary>A graph moved from one store to the other, by the program itself, is the same graph.</summary>
[Collection(ServerCollection.Name)]
public sealed class MovingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policygraph-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [ServerFact]
    public async Task From_folder_to_server_and_back_nothing_is_lost()
    {
        var server = await Neo4jServer.GetAsync();
        await FillAsync();
        await (await server.OpenEmptyAsync()).DisposeAsync();

        await RunAsync("export", "--out", "a.jsonl", "--store", "first");
        await RunAsync("ingest", "a.jsonl", "--store", server.AddressWithCredentials);
        await RunAsync("export", "--out", "b.jsonl", "--store", server.AddressWithCredentials);
        await RunAsync("ingest", "b.jsonl", "--store", "second");
        await RunAsync("export", "--out", "c.jsonl", "--store", "second");

        Assert.Equal(await ReadAsync("a.jsonl"), await ReadAsync("b.jsonl"));
        Assert.Equal(await ReadAsync("a.jsonl"), await ReadAsync("c.jsonl"));
        foreach (var form in (string[])["graphml", "cypher"])
        {
            await RunAsync("export", "--format", form, "--out", $"first.{form}", "--store", "first");
            await RunAsync("export", "--format", form, "--out", $"server.{form}", "--store", server.AddressWithCredentials);
            Assert.Equal(await ReadAsync($"first.{form}"), await ReadAsync($"server.{form}"));
        }
    }

    [ServerFact]
    public async Task The_cypher_script_makes_the_same_nodes_and_relations()
    {
        var server = await Neo4jServer.GetAsync();
        await FillAsync();
        await RunAsync("export", "--format", "cypher", "--out", "graph.cypher", "--store", "first");
        await (await server.OpenEmptyAsync()).DisposeAsync();
        await using var transport = server.Transport();
        var script = (await ReadAsync("graph.cypher")).Split(";\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.All(
            script.Where(IsOfRows).GroupBy(text => text[text.LastIndexOf('\n')..]),
            kind => Assert.True(kind.Count(text => Rows(text) < 100) <= 1, $"Rows are not together: {kind.Key}")
        );
        for (var times = 0; times < 2; times++)
        {
            foreach (var statement in script)
            {
                using var answer = await transport.RunAsync(new Statement(statement, null, IsRead: false), CancellationToken.None);
            }
        }

        await using var folderStore = await EmbeddedGraphStore.OpenAsync(
            Path.Combine(_folder, "first"),
            PolicyGraphSchema.Load().Model,
            EmbeddedStoreOptions.Default,
            CancellationToken.None
        );
        await using var serverStore = await Neo4jGraphStore.OpenAsync(
            server.Transport(),
            PolicyGraphSchema.Load().Model,
            TimeProvider.System,
            CancellationToken.None
        );
        var (expected, loaded) = (
            await folderStore.StatusAsync(CancellationToken.None),
            await serverStore.StatusAsync(CancellationToken.None)
        );
        Assert.Equal(Lines(expected.Nodes), Lines(loaded.Nodes));
        Assert.Equal(Lines(expected.Edges), Lines(loaded.Edges));
        using var hostile = await transport.RunAsync(
            new Statement(
                "MATCH (a:Agency {name: $name}) RETURN count(a)",
                writer => writer.WriteString("name", HostileTexts.All[0]),
                IsRead: true
            ),
            CancellationToken.None
        );
        Assert.Equal(1, hostile.Rows[0][0].GetInt64());
    }

    private static bool IsOfRows(string statement) => statement.StartsWith("UNWIND", StringComparison.Ordinal);

    /// <summary>A line each, between the first and the last.</summary>
    private static int Rows(string statement) => statement.Count(unit => unit == '\n') - 1;

    private async Task FillAsync()
    {
        var random = new RandomRecords(5);
        var hostile = new DocumentRecord
        {
            Document = new DocumentHead { Title = "一", Source = "hostile.txt" },
            Entities =
            [
                .. HostileTexts.All.Select(
                    (text, i) =>
                        new EntityRecord
                        {
                            Id = $"e{i}",
                            Type = EntityType.Agency,
                            Name = text,
                            Mentions = [text],
                        }
                ),
            ],
        };
        await using var store = await EmbeddedGraphStore.OpenAsync(
            Path.Combine(_folder, "first"),
            PolicyGraphSchema.Load().Model,
            EmbeddedStoreOptions.Default,
            CancellationToken.None
        );
        await store.PutAsync([.. Enumerable.Range(0, 30).Select(_ => random.Next()), hostile]);
    }

    private async Task RunAsync(params string[] arguments)
    {
        var run = await ProgramRun.RunAsync(_folder, arguments);
        Assert.True(run.ExitCode == 0, run.Error);
    }

    private static IEnumerable<string> Lines(IReadOnlyDictionary<string, long> counts) =>
        counts.Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal);

    private Task<string> ReadAsync(string file) => File.ReadAllTextAsync(Path.Combine(_folder, file));
}
