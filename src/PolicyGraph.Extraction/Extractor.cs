using System.Collections.Immutable;
using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Findings;
using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Mentions.Bodies;
using PolicyGraph.Extraction.Mentions.People;
using PolicyGraph.Extraction.Mentions.Roles;
using PolicyGraph.Extraction.Mentions.Works;
using PolicyGraph.Extraction.Papers;
using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Extraction.Relations;
using PolicyGraph.Extraction.Statistics;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction;

/// <summary>
/// A paper's text to its record: the stages in their order, nothing else. Deterministic: the same text gives the same record, whatever the
/// culture, the time zone or the number of threads. One instance serves all threads.
/// </summary>
public sealed class Extractor
{
    internal static readonly ImmutableArray<IStage> Pipeline =
    [
        new LineReader(),
        new SentenceSplitter(),
        new HeadStage(),
        new ArticleSplitter(),
        new NewsHeadStage(),
        new ReprintStage(),
        new QuantityStage(),
        new BodyStage(),
        new WorkStage(),
        new PersonStage(),
        new RoleStage(),
        new MentionResolver(),
        new ShortNames(),
        new EntityLinker(),
        new OwnPaper(),
        new RelationStage(),
        new StatisticStage(),
        new EventDayStage(),
        new FindingStage(),
    ];

    /// <param name="text">The whole text, as read from the file or taken out of its format.</param>
    /// <param name="head">What is known of the paper from outside it: its hash, its source; empty where nothing is.</param>
    /// <param name="cancellation">Asked between the stages, and in long ones.</param>
    /// <exception cref="OperationCanceledException">It was ended so.</exception>
    public DocumentRecord Extract(string text, DocumentHead head, CancellationToken cancellation = default)
    {
        var paper = new Paper(new SourceText(text)) { Head = head, Cancellation = cancellation };
        foreach (var stage in Pipeline)
        {
            cancellation.ThrowIfCancellationRequested();
            stage.Run(paper);
        }

        return RecordWriter.Write(paper);
    }
}
