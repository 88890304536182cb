using PolicyGraph.Intake;
using PolicyGraph.Store;

namespace PolicyGraph.Tests.Intake;

/// <summary>One task reads papers while another takes them in: what both tell is counted whole.</summary>
public sealed class IngestionReportTests
{
    private const int Many = 1_000_000;

    [Fact]
    public async Task What_two_tell_at_once_is_counted_whole()
    {
        using var report = new IngestionReport();
        using var start = new Barrier(2);

        await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(_ => Task.Factory.StartNew(Tell, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
        );

        Assert.Equal($"Papers: {2 * Many} added.", report.Summary());
        Assert.Equal(0, report.Outcome());

        void Tell()
        {
            start.SignalAndWait();
            for (var i = 0; i < Many; i++)
            {
                report.Took(WriteEffect.Added);
            }
        }
    }
}
