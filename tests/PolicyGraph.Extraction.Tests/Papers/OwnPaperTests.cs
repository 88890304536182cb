using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Tests.Papers;

public sealed class OwnPaperTests
{
    public static TheoryData<string, string, string> Table => Cases.Read("Papers/issued.cases");

    [Theory]
    [MemberData(nameof(Table))]
    public void The_signers_issued_the_paper(string name, string lines, string expected)
    {
        var record = new Extractor().Extract(lines, new DocumentHead());
        var names = record.Entities.ToDictionary(e => e.Id, e => e.Name);
        var found = record
            .Relations.Where(r => r.Rule == "issued.own-paper")
            .OrderBy(r => record.Entities.ToList().FindIndex(e => e.Id == r.To))
            .Select(r => $"{names[r.From]} > {names[r.To]}: {string.Join(' ', r.Props.Select(p => $"{p.Key}={p.Value}"))}".TrimEnd());
        Assert.True(expected == string.Join('\n', found), $"{name}:\n{string.Join('\n', found)}");
    }

    public static TheoryData<string, string, string> Bonds => Cases.Read("Papers/bonds.cases");

    [Theory]
    [MemberData(nameof(Bonds))]
    public void The_paper_rests_on_others_and_holds_for_the_place_in_its_title(string name, string lines, string expected)
    {
        var record = new Extractor().Extract(lines, new DocumentHead());
        var names = record.Entities.ToDictionary(e => e.Id, e => e.Name);
        var found = record
            .Relations.Where(r => r.Type is RelationType.BasedOn or RelationType.AppliesTo)
            .Select(r => $"{names[r.From]} {r.Type} {names[r.To]}")
            .Order(StringComparer.Ordinal);
        Assert.True(expected == string.Join('\n', found), $"{name}:\n{string.Join('\n', found)}");
    }

    public static TheoryData<string, string, string> Stated => Cases.Read("Papers/stated.cases");

    [Theory]
    [MemberData(nameof(Stated))]
    public void The_paper_states_what_others_gave_out_or_carry_out(string name, string lines, string expected)
    {
        var record = new Extractor().Extract(lines, new DocumentHead());
        var names = record.Entities.ToDictionary(e => e.Id, e => e.Name);
        var found = record
            .Relations.Where(r =>
                r.Type is RelationType.ReleasedAt or RelationType.ResponsibleFor
                || r.Type is RelationType.Issued && r.Rule != "issued.own-paper"
            )
            .Select(r => $"{r.Type} {names[r.From]} > {names[r.To]}")
            .Order(StringComparer.Ordinal);
        Assert.True(expected == string.Join('\n', found), $"{name}:\n{string.Join('\n', found)}");
    }

    public static TheoryData<string, string, string> Reports => Cases.Read("Papers/reports.cases");

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_report_names_who_gives_it(string name, string lines, string expected)
    {
        var record = new Extractor().Extract(lines, new DocumentHead());
        var names = record.Entities.ToDictionary(e => e.Id, e => e.Name);
        var found = record
            .Relations.Where(r => r.Type is RelationType.HoldsPosition or RelationType.ParticipatedIn)
            .Select(r =>
                $"{r.Type} {names[r.From]} > {names[r.To]}{(r.Props.TryGetValue("title", out var title) ? $": {title}" : string.Empty)}"
            )
            .Order(StringComparer.Ordinal);
        Assert.True(expected == string.Join('\n', found), $"{name}:\n{string.Join('\n', found)}");
    }
}
