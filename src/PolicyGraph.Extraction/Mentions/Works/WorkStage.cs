namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>Finds what is made or held rather than what acts: standards, policies, publications, events.</summary>
public sealed class WorkStage : IStage
{
    public void Run(Paper paper)
    {
        StandardNumbers.Find(paper);
        BookTitles.Find(paper);
        var walker = new NameWalker(paper);
        var scan = new WorkScan(paper);
        var occasions = EventNames.Find(paper, walker, scan);
        EventLists.Find(paper);
        ProgrammeLists.Find(paper, scan);
        UnnamedLaunches.Find(paper);
        UnnamedOccasions.Find(paper, occasions);
        SchemeNames.Find(paper, walker, scan);
        SharedHeads.Find(paper);
        NoticeTitles.Find(paper);
        IssuedTitles.Find(paper);
        QuotedReports.Find(paper);
        Rankings.Find(paper);
        LawNames.Find(paper, scan);
        CitedRules.Find(paper);
        FirstDocuments.Find(paper);
        CitedAnnouncements.Find(paper);
        KnownSchemes.Find(paper);
        ArticleTitles.Find(paper);
        SpokenReports.Find(paper);
        PartyCongresses.Find(paper);
        AssemblySessions.Find(paper);
        EventShortForms.Find(paper, scan);
        WorkShortForms.Find(paper);
        SameWorks.Join(paper);
    }
}
