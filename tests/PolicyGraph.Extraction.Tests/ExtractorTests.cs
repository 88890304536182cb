using System.Text.Json;
using PolicyGraph.Extraction.Statistics;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Extraction.Text.Formats;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Tests;

/// <summary>Extraction can be ended: between its stages and within its longest.</summary>
public sealed class ExtractorTests
{
    private const string Report = "2021年海州市实现地区生产总值1200亿元，增长6.5%。";

    [Fact]
    public void Extraction_ends_when_it_is_cancelled()
    {
        var cancelled = new CancellationToken(canceled: true);
        Assert.ThrowsAny<OperationCanceledException>(() => new Extractor().Extract(Report, new DocumentHead(), cancelled));
        Assert.NotEmpty(new Extractor().Extract(Report, new DocumentHead(), CancellationToken.None).Statistics);
    }

    // The third is longer than papers that go through the stages together may be.
    [Fact]
    public void Papers_together_give_the_records_of_each()
    {
        string[] texts =
        [
            Report,
            "二季度海州市财政局印发《海州市预算绩效管理办法》。",
            string.Concat(Enumerable.Repeat(Report, 5000)),
            "",
            Report,
        ];
        var papers = texts.Select((text, i) => new SourcePaper(text, new DocumentHead { Source = $"{i}" }));
        var alone = papers.Select(paper => Json(new Extractor().Extract(paper.Text, paper.Head)));
        Assert.Equal(alone, new Extractor().Extract(papers).Select(Json));
    }

    [Fact]
    public void Papers_are_taken_as_their_records_are_asked_for()
    {
        var taken = 0;
        var papers = Enumerable
            .Repeat(string.Concat(Enumerable.Repeat(Report, 5000)), 3)
            .Select(text => new SourcePaper(text, new DocumentHead { Source = $"{++taken}" }));
        Assert.Equal("1", new Extractor().Extract(papers).First().Document.Source);
        Assert.Equal(2, taken);
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

    private static string Json(DocumentRecord record) => JsonSerializer.Serialize(record, RecordJson.Compact.DocumentRecord);
}
