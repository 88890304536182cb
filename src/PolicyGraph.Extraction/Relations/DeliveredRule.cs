using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Papers;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// A report is delivered at a meeting: the line under the title of a work report says so (——2031年1月16日在某会议上), the news that
/// somebody 作《政府工作报告》 there.
/// </summary>
internal sealed class DeliveredRule : IRelationRule
{
    private const string Report = "报告";

    private static readonly string[] Delivering = ["作", "作了", "作的", "所作的", "做", "做了", "作题为", "作了题为"];

    public void Read(Passage passage, RelationSink sink)
    {
        if (passage.Reading.Paper.Kind == PaperKind.Report)
        {
            AtSession(passage, sink);
            return;
        }

        foreach (var report in passage.Named(EntityType.Publication))
        {
            if (
                passage.Between(report.Span.Start, report.Span.End).TrimEnd("》”").EndsWith(Report)
                && passage.EndsBefore(report.Span.Start, Delivering)
                && (
                    passage.Named(EntityType.Event).LastOrDefault(m => m.Span.End <= report.Span.Start)
                    ?? passage.Reading.First(passage, IsSession)
                    ?? Scenes.Before(passage, report.Span.Start)
                )
                    is { } held
            )
            {
                var core =
                    held.Span.Start >= passage.Span.Start && held.Span.End <= report.Span.Start
                        ? held.Span.Union(report.Span)
                        : report.Span;
                sink.Add(RelationType.ReleasedAt, report.Entity!, held.Entity!, core, core, "released.delivered", 0.85);
            }
        }
    }

    /// <summary>某市人大第三次会议, 某届人大一次会议: the session, not the assembly.</summary>
    private static bool IsSession(Mention mention) =>
        mention is { Type: EntityType.Event, Entity: { } held } && held.Name.EndsWith("次会议", StringComparison.Ordinal);

    private static void AtSession(Passage passage, RelationSink sink)
    {
        var paper = passage.Reading.Paper;
        if (!SessionLine.TryFind(paper, out var line) || !passage.Span.Overlaps(line))
        {
            return;
        }

        var own = paper.Mentions.Find(m => m.Rule == OwnTitles.Rule && m.Entity is { Type: EntityType.Publication });
        foreach (var session in passage.Named(EntityType.Event).Where(m => own is not null && line.Contains(m.Span)))
        {
            sink.Add(
                RelationType.ReleasedAt,
                own!.Entity!,
                session.Entity!,
                own.Span.Union(session.Span),
                session.Span,
                "released.session",
                0.9
            );
        }
    }
}
