namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Finds agencies, zones, organizations and places: what the gazetteers know, and what is built like a name of their kind.
/// </summary>
public sealed class BodyStage : IStage
{
    // Characters for each mention in papers, so that the list seldom grows.
    private const int UsualGap = 12;

    private static readonly IBodyFinder[] Finders =
    [
        new AgencyFinder(),
        new DepartmentFinder(),
        new DepartmentListFinder(),
        new ForeignAgencyFinder(),
        new LeagueFinder(),
        new ZoneFinder(),
        new UnitFinder(),
        new ZoneListFinder(),
        new ParkListFinder(),
        new OrganizationFinder(),
        new OrganizationSuffixFinder(),
        new EstablishedFinder(),
        new CommitteeFinder(),
        new LaboratoryListFinder(),
        new MagazineFinder(),
        new SiteFinder(),
        new CompanyListFinder(),
        new CompanyTitleFinder(),
        new CompanyPartnerFinder(),
        new CompanyDefinitionFinder(),
        new QuotedFirmFinder(),
        new TradeFirmFinder(),
        new ToldTradeFinder(),
        new ActingFirmFinder(),
        new BracketedFirmFinder(),
        new SiblingFirmFinder(),
        new AssemblyCommitteeFinder(),
        new ZoneSuffixFinder(),
        new ClusterFinder(),
        new ZonePartFinder(),
        new QuotedZoneFinder(),
        new AgencySuffixFinder(),
        new DepartmentSuffixFinder(),
        new CommitteePairFinder(),
        new VenueSuffixFinder(),
        new VenueCentreFinder(),
        new RegionSuffixFinder(),
        new ZoneKindFinder(),
        new PlaceFinder(),
        new PortFinder(),
        new StationFinder(),
        new CityDistrictFinder(),
        new TownFinder(),
        new LoneTownFinder(),
        new AnaphoraFinder(),
        new CountryRunFinder(),
    ];

    public void Run(Paper paper)
    {
        var surroundings = new Surroundings(paper);
        paper.Mentions.EnsureCapacity(paper.Text.Length / UsualGap);
        foreach (var finder in Finders)
        {
            finder.Find(paper, surroundings);
        }
    }
}

/// <summary>One grammar of names. Stateless.</summary>
internal interface IBodyFinder
{
    /// <summary>Adds its candidates to the paper's mentions; what overlaps is decided later, by <see cref="MentionResolver"/>.</summary>
    void Find(Paper paper, Surroundings surroundings);
}
