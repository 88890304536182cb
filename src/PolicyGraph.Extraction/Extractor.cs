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
using PolicyGraph.Extraction.Text.Formats;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction;

/// <summary>
/// A paper's text to its record: the stages in their order, nothing else. Deterministic: the same text gives the same record, whatever the
/// culture, the time zone or the number of threads. One instance serves all threads.
/// </summary>
public sealed class Extractor
{
    // Papers of so many characters together go through one stage before any goes on to the next: the code of all stages is more than a near
    // cache holds, and short papers would spend most of their time on fetching it. Of more than these, what the stages found would not stay
    // near either.
    private const int BatchCharacters = 1 << 17;

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
    public DocumentRecord Extract(string text, DocumentHead head, CancellationToken cancellation = default) =>
        Extract([new SourcePaper(text, head)], cancellation).Single();

    /// <summary>
    /// The records of many papers, in their order; in less time than one by one. Papers are taken as they come, some ahead of the record
    /// that is asked for.
    /// </summary>
    /// <param name="cancellation">Asked between the stages, and in long ones.</param>
    /// <exception cref="OperationCanceledException">It was ended so.</exception>
    public IEnumerable<DocumentRecord> Extract(IEnumerable<SourcePaper> papers, CancellationToken cancellation = default)
    {
        var (batch, characters) = (new List<Paper>(), 0);
        foreach (var (text, head) in papers)
        {
            if (characters + text.Length > BatchCharacters)
            {
                foreach (var record in Records(batch, cancellation))
                {
                    yield return record;
                }

                (batch, characters) = ([], 0);
            }

            batch.Add(new(new SourceText(text)) { Head = head, Cancellation = cancellation });
            characters += text.Length;
        }

        foreach (var record in Records(batch, cancellation))
        {
            yield return record;
        }
    }

    private static IEnumerable<DocumentRecord> Records(List<Paper> papers, CancellationToken cancellation)
    {
        foreach (var stage in Pipeline)
        {
            foreach (var paper in papers)
            {
                cancellation.ThrowIfCancellationRequested();
                stage.Run(paper);
            }
        }

        foreach (var paper in papers)
        {
            yield return RecordWriter.Write(paper);
            paper.Release();
        }
    }
}
