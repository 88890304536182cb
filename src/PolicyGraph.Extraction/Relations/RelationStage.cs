using PolicyGraph.Extraction.Relations.Reading;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// Finds the fifteen relations, sentence by sentence, from trigger words, the roles beside them and what names plainly contain.
/// </summary>
public sealed class RelationStage : IStage
{
    private static readonly IRelationRule[] Rules =
    [
        new IssuedRule(),
        new IssuedInTitleRule(),
        new StandardsIssuedRule(),
        new StandardCoverRule(),
        new CitedNumberRule(),
        new AddresseeRule(),
        new DeliveredRule(),
        new DraftedRule(),
        new DrafterListRule(),
        new ReleasedAtRule(),
        new BasedOnRule(),
        new AppliesToRule(),
        new ResponsibleForRule(),
        new PilotsRule(),
        new OrganizedRule(),
        new HeldInRule(),
        new EventDaysRule(),
        new HoldsPositionRule(),
        new RosterRule(),
        new SignedPostsRule(),
        new SharedPostsRule(),
        new PostsAfterRule(),
        new TalkRule(),
        new ParticipatedInRule(),
        new CaptionGuestsRule(),
        new WinnersRule(),
        new GuestRollRule(),
        new PartOfRule(),
        new SideEventRule(),
        new LocatedInRule(),
        new SitedRule(),
        new GatheredRule(),
        new AdministersRule(),
        new CooperatesWithRule(),
    ];

    public void Run(Paper paper)
    {
        var reading = new PaperReading(paper);
        var sink = new RelationSink(paper.Relations, paper.Entities.Count);

        // A relation has at least one of its ends in the sentence that states it.
        foreach (var passage in reading.Passages.Where(passage => passage.Mentions.Count > 0))
        {
            foreach (var rule in Rules)
            {
                rule.Read(passage, sink);
            }
        }

        JointIssue.Settle(sink.Relations);
        paper.Relations.Clear();
        paper.Relations.AddRange(sink.Relations);
    }
}
