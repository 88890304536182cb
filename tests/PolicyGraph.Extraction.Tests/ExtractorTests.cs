using PolicyGraph.Extraction.Statistics;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Tests;

/// <summary>Extraction can be ended: between its stages and within its longest.</summary>
public sealed class ExtractorTests
{
    private const string Report = "2021年海州市实现地区生产总值1200亿元，增长6.5%。";

    [Fact]
    public void It_ends_where_it_is_told_to()
    {
        var cancelled = new CancellationToken(canceled: true);
        Assert.ThrowsAny<OperationCanceledException>(() => new Extractor().Extract(Report, new DocumentHead(), cancelled));
        Assert.NotEmpty(new Extractor().Extract(Report, new DocumentHead(), CancellationToken.None).Statistics);
    }

    [Fact]
    public void Its_longest_stage_ends_between_sentences()
    {
        using var patience = new CancellationTokenSource();
        var paper = new Paper(new SourceText(Report)) { Cancellation = patience.Token };
        foreach (var stage in Extractor.Pipeline.TakeWhile(stage => stage is not StatisticStage))
        {
            stage.Run(paper);
        }

        patience.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new StatisticStage().Run(paper));
    }
}
