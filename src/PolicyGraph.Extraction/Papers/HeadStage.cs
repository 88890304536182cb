using PolicyGraph.Extraction.Articles;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// Finds out what kind of paper it is, who issued it and when, and puts its own title down as the mention of a policy or of a report.
/// </summary>
public sealed class HeadStage : IStage
{
    private const int LongestMotto = 40;

    public void Run(Paper paper)
    {
        if (Masthead.TryRead(paper, out var masthead))
        {
            paper.Head = Fill(paper.Head, masthead.Title, masthead.Publisher, masthead.Issue, masthead.Published);
            return;
        }

        if (UntitledPapers.Find(paper) is [var first, .. var others])
        {
            TakeUntitled(paper, first, others);
        }
        else if (OfficialHeadReader.Read(paper) is { } head)
        {
            paper.Official = head;
            var title = paper.Source.Surface(head.Title);
            paper.Kind = TitleFinder.IsReport(head.Title.Of(paper.Text)) ? PaperKind.Report : PaperKind.Official;
            paper.Head = Fill(
                paper.Head,
                title,
                null,
                head.DocumentNumber,
                head.Revised
                    ?? head.Issued
                    ?? (paper.Kind == PaperKind.Report ? Days.In(SessionLine.Words(paper)) ?? ArticleYear.Find(title) : null)
            );
            OwnTitles.AddMentions(paper, head, paper.Kind == PaperKind.Report ? EntityType.Publication : EntityType.Policy);
            paper.Reprints.AddRange(FollowingPapers.Find(paper, head));
            paper.Reprints.ForEach(other => OwnTitles.AddMentions(paper, other, EntityType.Policy));
        }
        else if (SessionLine.Words(paper) is { Length: > 0 } session)
        {
            paper.Kind = PaperKind.Report;
            paper.Head = Fill(paper.Head, Motto(paper), null, null, Days.In(session));
        }
        else if (IssueLine.Day(paper) is { } day)
        {
            paper.Head = Fill(paper.Head, null, null, null, day);
        }
    }

    /// <summary>What a report has for a title above the line that says where it was given; null where that line is the first.</summary>
    private static string? Motto(Paper paper) =>
        SessionLine.TryFind(paper, out var line) && line.Start > 0 && paper.Lines[0].Span is { Length: <= LongestMotto } first
            ? paper.Source.Surface(first)
            : null;

    private static void TakeUntitled(Paper paper, OfficialHead first, List<OfficialHead> others)
    {
        (paper.Official, paper.Kind) = (first, PaperKind.Official);
        paper.Reprints.AddRange(others);
        paper.Head = Fill(paper.Head, first.DocumentNumber, null, first.DocumentNumber, first.Issued);
        foreach (var untitled in others.Prepend(first))
        {
            OwnTitles.AddMentions(paper, untitled, EntityType.Policy);
        }
    }

    /// <summary>What is known from outside the paper goes before what the paper says.</summary>
    private static DocumentHead Fill(DocumentHead head, string? title, string? publisher, string? issue, string? published) =>
        head with
        {
            Title = head.Title ?? title,
            Publisher = head.Publisher ?? publisher,
            Issue = head.Issue ?? issue,
            Published = head.Published ?? published,
        };
}
