using System.Diagnostics;
using PolicyGraph.Extraction.Papers;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Benchmarks;

/// <summary>
/// Where the time of an extraction goes: nanoseconds and allocated bytes a character for each stage. The best of many passes counts, since
/// another process may hold the core during one of them.
/// </summary>
internal sealed class StageShares(Texts texts)
{
    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(10);
    private static readonly string[] Steps = ["SourceText", .. Extractor.Pipeline.Select(stage => stage.GetType().Name), "RecordWriter"];

    private readonly long[] _best = [.. Enumerable.Repeat(long.MaxValue, Steps.Length)];
    private long[] _ticks = [];
    private long[] _bytes = [];

    /// <summary>Measures for ten seconds and writes a line for each step, in the order of the pipeline.</summary>
    public async Task WriteAsync(TextWriter output)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Measuring; )
        {
            (_ticks, _bytes) = (new long[Steps.Length], new long[Steps.Length]);
            foreach (var text in texts.Papers)
            {
                Extract(text);
            }

            for (var i = 0; i < Steps.Length; i++)
            {
                _best[i] = Math.Min(_best[i], _ticks[i]);
            }
        }

        var all = _best.Sum() * (1e9 / Stopwatch.Frequency) / texts.Characters;
        await output.WriteLineAsync(
            $"All steps, each at its best: {all:F1} ns/char, {1e3 / all:F2} M char/s, {(double)_bytes.Sum() / texts.Characters:F1} B/char"
        );
        await output.WriteLineAsync("| Step | ns/char | share | B/char |\n|---|--:|--:|--:|");
        for (var i = 0; i < Steps.Length; i++)
        {
            var nanoseconds = _best[i] * (1e9 / Stopwatch.Frequency) / texts.Characters;
            await output.WriteLineAsync(
                $"| {Steps[i]} | {nanoseconds:F1} | {(double)_best[i] / _best.Sum():P1} | {(double)_bytes[i] / texts.Characters:F1} |"
            );
        }
    }

    private void Extract(string text)
    {
        var paper = Measure(0, () => new Paper(new SourceText(text)));
        for (var i = 0; i < Extractor.Pipeline.Length; i++)
        {
            var stage = Extractor.Pipeline[i];
            Measure(
                i + 1,
                () =>
                {
                    stage.Run(paper);
                    return paper;
                }
            );
        }

        Measure(Steps.Length - 1, () => RecordWriter.Write(paper));
    }

    private T Measure<T>(int step, Func<T> work)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var result = work();
        _ticks[step] += Stopwatch.GetTimestamp() - start;
        _bytes[step] += GC.GetAllocatedBytesForCurrentThread() - bytes;
        return result;
    }
}
