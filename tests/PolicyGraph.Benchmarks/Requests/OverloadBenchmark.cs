using System.Collections.Concurrent;
using System.Diagnostics;

namespace PolicyGraph.Benchmarks.Requests;

/// <summary>
/// 256 connections ask the dearest operation that is admitted, without pause, and two others ask one policy by name and an operation above
/// the limit of the price: how long these take, alone and then, how quickly those that find no place are refused, and how much memory the
/// service takes.
/// </summary>
internal sealed class OverloadBenchmark(string records, TextWriter output)
{
    private const int Connections = 256;

    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(10);

    public async Task RunAsync(CancellationToken cancellation)
    {
        using var server = await ServerProcess.StartAsync(records, cancellation);
        var point = Operations.Request(Operations.Point(server.Port));
        var tooDear = Operations.Request(Operations.TooDear);
        Ask(server.Port, point, Measuring / 2);
        await output.WriteLineAsync($"alone: by name {Describe(Ask(server.Port, point, Measuring / 2))}, {server.WorkingSet >> 20} MiB");

        var dear = new ConcurrentBag<(int Status, double Milliseconds)>();
        var flood = Enumerable.Range(0, Connections).Select(_ => new Thread(() => Flood(server.Port, dear))).ToList();
        flood.ForEach(thread => thread.Start());
        List<double> fast = [],
            refused = [];
        var others = new[]
        {
            new Thread(() => fast = Ask(server.Port, point, Measuring)),
            new Thread(() => refused = Ask(server.Port, tooDear, Measuring)),
        };
        Array.ForEach(others, thread => thread.Start());
        Array.ForEach(others, thread => thread.Join());
        flood.ForEach(thread => thread.Join());

        await output.WriteLineAsync($"under {Connections} of the dearest: by name {Describe(fast)}");
        await output.WriteLineAsync($"  above the limit of the price, refused: {Describe(refused)}");
        foreach (var group in dear.GroupBy(answer => answer.Status).OrderBy(group => group.Key))
        {
            await output.WriteLineAsync($"  the dearest, status {group.Key}: {Describe([.. group.Select(answer => answer.Milliseconds)])}");
        }

        await output.WriteLineAsync($"  largest working set {server.LargestWorkingSet >> 20} MiB");
    }

    private static void Flood(int port, ConcurrentBag<(int Status, double Milliseconds)> answers)
    {
        using var connection = new RawConnection(port);
        var request = Operations.Request(Operations.Dearest);
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Measuring)
        {
            var startedAt = watch.Elapsed;
            var status = connection.Ask(request);
            answers.Add((status, (watch.Elapsed - startedAt).TotalMilliseconds));
        }
    }

    private static List<double> Ask(int port, byte[] request, TimeSpan time)
    {
        using var connection = new RawConnection(port);
        var times = new List<double>();
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < time)
        {
            var startedAt = watch.Elapsed;
            connection.Ask(request);
            times.Add((watch.Elapsed - startedAt).TotalMilliseconds);
        }

        return times;
    }

    private static string Describe(List<double> times)
    {
        times.Sort();
        return times.Count == 0
            ? "none"
            : $"{times.Count} answers, median {times[times.Count / 2]:F2} ms, 99% {times[times.Count * 99 / 100]:F1} ms, longest {times[^1]:F0} ms";
    }
}
