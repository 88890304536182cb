using System.Diagnostics;
using System.Globalization;
using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Conformance.Plain;
using PolicyGraph.Store.Conformance.Randomized;

namespace PolicyGraph.Store.Tests;

/// <summary>A process that takes papers in is killed at random moments, also while it compacts.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_acknowledged_paper_is_lost_and_none_is_there_by_half()
    {
        var random = new Random(7);
        var held = new HashSet<string>();
        for (var kill = 0; kill < Kills; kill++)
        {
            await RunAndKillAsync(kill, 1 + random.Next(60), held);
            await using var store = await _folder.OpenAsync();
            var status = await store.StatusAsync(CancellationToken.None);
            Assert.DoesNotContain(status.Notes, note => note.Contains("damaged", StringComparison.Ordinal));
            await CheckAsync(store, held);
        }
    }

    private async Task RunAndKillAsync(int seed, int acknowledged, HashSet<string> held)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "PolicyGraph.Store.CrashHost.dll");
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [host, _folder.Path, seed.ToString(CultureInfo.InvariantCulture)])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var count = 0;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var parts = line.Split(' ');
            held.Remove(parts[1]);
            held.Add(parts[0]);
            if (++count == acknowledged)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync();
        Assert.True(count >= acknowledged, "The host ended by itself.");
    }

    /// <summary>
    /// Papers that came after the last line that was read may be there or may have replaced others; so what is there is taken from the
    /// store itself.
    /// </summary>
    private static async Task CheckAsync(IGraphStore store, HashSet<string> held)
    {
        var documents = new Dictionary<string, (Model.DocumentRecord Record, IReadOnlyList<string> Sources)>();
        await foreach (var record in store.ExportAsync(CancellationToken.None))
        {
            var id = Facts.Identity.Document(record).ToString();
            documents[id] = (
                record,
                [.. documents.GetValueOrDefault(id).Sources ?? [], .. record.Document.Source is { } source ? new[] { source } : []]
            );
        }

        var sources = documents.Values.SelectMany(document => document.Sources).ToList();
        Assert.Equal(sources.Count, sources.Distinct().Count());
        Assert.True(
            held.Count(id => !documents.ContainsKey(id)) <= documents.Keys.Count(id => !held.Contains(id)),
            "An acknowledged paper is missing that no later one replaced."
        );
        held.Clear();
        held.UnionWith(documents.Keys);
        var graph = new PlainGraph(TestModel.Model, documents.Values);
        var queries = new RandomQueries(TestModel.Model, documents.Count);
        for (var i = 0; i < 10; i++)
        {
            var (root, values) = queries.Next([.. held]);
            Assert.Equal(new PlainAnswers(graph, new(values), PlainFolding.Instance).Answer(root), await store.AnswerAsync(root, values));
        }
    }
}
