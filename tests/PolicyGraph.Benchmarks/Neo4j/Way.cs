using System.Diagnostics;
using System.Globalization;

namespace PolicyGraph.Benchmarks.Neo4j;

/// <summary>One way to ask a question.</summary>
/// <param name="Ask">Asks with the variables of a number, and gives the answer.</param>
/// <param name="Processor">What the processes that take part, other than Neo4j itself, have used of the processor so far.</param>
internal sealed record Way(string Name, Func<int, CancellationToken, Task<ReadOnlyMemory<byte>>> Ask, Func<TimeSpan> Processor)
{
    private const int Connections = 8;

    private int _asked;

    /// <summary>Asks over eight connections for some time.</summary>
    public async Task<Turn> TurnAsync(TimeSpan time, Func<Task<TimeSpan>> server, CancellationToken cancellation)
    {
        var (before, own, watch) = (await server(), Processor(), Stopwatch.StartNew());
        var counts = await Task.WhenAll(
            Enumerable.Range(0, Connections).Select(_ => Task.Run(() => RepeatAsync(watch, time, cancellation), cancellation))
        );
        var (elapsed, count) = (watch.Elapsed, (double)counts.Sum());
        return new Turn(
            count / elapsed.TotalSeconds,
            (await server() - before).TotalMilliseconds / count,
            (Processor() - own).TotalMilliseconds / count
        );
    }

    private async Task<int> RepeatAsync(Stopwatch watch, TimeSpan time, CancellationToken cancellation)
    {
        var count = 0;
        for (; watch.Elapsed < time; count++)
        {
            await Ask(Interlocked.Increment(ref _asked), cancellation);
        }

        return count;
    }
}

/// <summary>What one turn came to.</summary>
/// <param name="Rate">Answers a second by the clock.</param>
/// <param name="Server">Milliseconds of processor time that Neo4j took for an answer.</param>
/// <param name="Own">The same of all others that take part.</param>
internal readonly record struct Turn(double Rate, double Server, double Own)
{
    /// <summary>Milliseconds of processor time in all.</summary>
    public double Whole => Server + Own;

    /// <summary>Each figure's median.</summary>
    public static Turn Median(IReadOnlyList<Turn> turns) =>
        new(Median(turns, turn => turn.Rate), Median(turns, turn => turn.Server), Median(turns, turn => turn.Own));

    public static double Median(IReadOnlyList<Turn> turns, Func<Turn, double> figure) =>
        turns.Select(figure).Order().ElementAt(turns.Count / 2);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Rate, 6:F0}/s, processor {Whole:F2} ms (Neo4j {Server:F2}, others {Own:F2})");
}
