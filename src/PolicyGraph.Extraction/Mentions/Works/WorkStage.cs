namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>Finds what is made or held rather than what acts: standards, policies, publications, events.</summary>
public sealed class WorkStage : IStage
{
    public void Run(Paper paper)
    {
        StandardNumbers.Find(paper);
        BookTitles.Find(paper);
        var walker = new NameWalker(paper);
        EventNames.Find(paper, walker);
        SchemeNames.Find(paper, walker);
        NoticeTitles.Find(paper);
        LawNames.Find(paper);
        ArticleTitles.Find(paper);
        PartyCongresses.Find(paper);
        AssemblySessions.Find(paper);
        EventShortForms.Find(paper);
        WorkShortForms.Find(paper);
        SameWorks.Join(paper);
    }
}
