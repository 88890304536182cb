using PolicyGraph.Api.Schema;
using PolicyGraph.Api.Searching;
using PolicyGraph.Model;
using PolicyGraph.Store;
using PolicyGraph.Store.Embedded;
using PolicyGraph.Store.Queries;
using static PolicyGraph.Store.Conformance.Ask;

namespace PolicyGraph.Benchmarks;

/// <summary>
/// How long a search takes over 200,000 names, by kind of search: whole names, parts, single characters, one wrong character, initials;
/// processor time.
/// </summary>
internal sealed class SearchBenchmark(TextWriter output)
{
    private const int Names = 200_000;
    private const int NamesOfPaper = 200;
    private const int Searches = 200;
    private const double Median = 0.5;
    private const double Slow = 0.99;

    private readonly Random _random = new(7);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("policygraph-benchmark-").FullName;
        try
        {
            var names = new MadeUpNames(seed: 1).Make(Names);
            var options = EmbeddedStoreOptions.Default with { Folding = ChineseFolding.Instance };
            await using var store = await EmbeddedGraphStore.OpenAsync(folder, PolicyGraphSchema.Load().Model, options, cancellation);
            await foreach (var _ in store.WriteAsync(names.Chunk(NamesOfPaper).Select(Paper).ToAsyncEnumerable(), cancellation)) { }

            await output.WriteLineAsync($"memory: {GC.GetTotalMemory(forceFullCollection: true) >> 20} MiB of objects");
            await MeasureAsync(store, names, cancellation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task MeasureAsync(IGraphStore store, IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var fields = new EdgesField(
            Key("edges"),
            [new ScoreField(Key("score")), new RowNodeField(Key("node"), Shape(Of("id"), Of("name")))]
        );
        var query = store.Prepare(new GraphQuery(new SearchRoot(new Slot(4), [], List(fields))));
        var counted = store.Prepare(new GraphQuery(new SearchRoot(new Slot(4), [], List(fields, new TotalCountField(Key("totalCount"))))));
        foreach (var (kind, make) in Kinds())
        {
            await MeasureAsync(query, kind, () => make(names[_random.Next(names.Count)]), cancellation);
            await MeasureAsync(counted, $"{kind}, and how many in all", () => make(names[_random.Next(names.Count)]), cancellation);
        }
    }

    private async Task MeasureAsync(IPreparedQuery query, string kind, Func<string> make, CancellationToken cancellation)
    {
        var times = new List<double>();
        for (var i = -Searches; i < Searches; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            await query.WriteAsync(new Parameters([10L, null, null, null, make()]), new CountingWriter(), cancellation);
            times.Add(i < 0 ? 0 : (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        times.RemoveRange(0, Searches);
        times.Sort();
        await output.WriteLineAsync(
            $"{kind}: median {times[(int)(Searches * Median)]:F2} ms, 99th percentile {times[(int)(Searches * Slow)]:F2} ms"
        );
    }

    private IEnumerable<(string Kind, Func<string, string> Make)> Kinds() =>
        [
            ("whole name", name => name),
            ("four characters", name => Part(name, 4)),
            ("two characters", name => Part(name, 2)),
            ("one character", name => Part(name, 1)),
            ("one wrong character", name => Part(name, 8) is var part ? part[..3] + "鑫" + part[4..] : part),
            ("eight initials", name => ChineseFolding.Instance.Initials(name)?[..8] ?? name),
            ("two initials", name => ChineseFolding.Instance.Initials(name)?[..2] ?? name),
        ];

    private string Part(string name, int length)
    {
        var at = _random.Next(name.Length - length);
        return name.Substring(at, length);
    }

    private static DocumentRecord Paper(IReadOnlyList<string> names, int number) =>
        new()
        {
            Document = new DocumentHead { Title = $"第{number}篇", Source = $"{number}.txt" },
            Entities =
            [
                .. names.Select(
                    (name, i) =>
                        new EntityRecord
                        {
                            Id = $"e{i}",
                            Type = name.EndsWith('处') ? EntityType.Agency : EntityType.Policy,
                            Name = name,
                            Mentions = [name],
                        }
                ),
            ],
        };
}
