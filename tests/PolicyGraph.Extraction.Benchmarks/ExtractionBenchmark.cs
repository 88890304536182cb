using System.Buffers;
using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Extraction.Text.Formats;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Benchmarks;

/// <summary>
/// The whole extraction of all texts on one core, beside two scans for the gazetteers' names alone: by the framework's search and by our
/// matcher.
/// </summary>
public class ExtractionBenchmark
{
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(10);

    private readonly Extractor _extractor = new();
    private readonly SearchValues<string> _names = SearchValues.Create(
        [.. Lexicon.Default.Entries.SelectMany(entry => entry.Forms.Prepend(entry.Name)).Distinct(StringComparer.Ordinal)],
        StringComparison.Ordinal
    );

    /// <summary>Set before the run: the harness makes the instances itself.</summary>
    internal static Texts Texts { get; set; } = new([]);

    /// <summary>Extracts until the runtime has compiled what is hot, which takes it some seconds for code of this size.</summary>
    [GlobalSetup(Targets = [nameof(Extract), nameof(ExtractOneByOne)])]
    public void Warm()
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Warming; )
        {
            Extract();
        }
    }

    [Benchmark(Baseline = true)]
    public int Extract()
    {
        var rows = 0;
        foreach (var record in _extractor.Extract(Texts.Papers.Select(paper => new SourcePaper(paper, new DocumentHead()))))
        {
            rows += record.Entities.Count;
        }

        return rows;
    }

    /// <summary>The same with each paper by itself, as those that come in over the API.</summary>
    [Benchmark]
    public int ExtractOneByOne()
    {
        var rows = 0;
        foreach (var paper in Texts.Papers)
        {
            rows += _extractor.Extract(paper, new DocumentHead()).Entities.Count;
        }

        return rows;
    }

    /// <summary>
    /// Every position at which a name starts. Unlike the matcher it tells neither which name it is nor the shorter and longer ones there.
    /// </summary>
    [Benchmark]
    public int SearchValuesScan()
    {
        var found = 0;
        foreach (var paper in Texts.Papers)
        {
            for (var rest = paper.AsSpan(); rest.IndexOfAny(_names) is var at and >= 0; rest = rest[(at + 1)..])
            {
                found++;
            }
        }

        return found;
    }

    /// <summary>
    /// Every occurrence of every name, and of the words that other tables look for, indexed by its start and its end; the folding of the
    /// text included.
    /// </summary>
    [Benchmark]
    public int TableScan()
    {
        var found = 0;
        foreach (var paper in Texts.Papers)
        {
            found += new Paper(new SourceText(paper)).Forms.Count;
        }

        return found;
    }
}
