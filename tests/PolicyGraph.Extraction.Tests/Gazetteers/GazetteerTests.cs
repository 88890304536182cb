using PolicyGraph.Extraction.Gazetteers;

namespace PolicyGraph.Extraction.Tests.Gazetteers;

public sealed class GazetteerTests
{
    public static TheoryData<string> Tables => ["places.tsv", "agencies.tsv", "departments.tsv", "zones.tsv", "organizations.tsv"];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Ids_are_unique_and_sorted(string table)
    {
        var file = TsvFile.Read(table);
        var ids = file.Rows.Select(row => file.Field(row, "id")).ToList();
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), ids);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_record_has_a_name_and_a_source(string table)
    {
        var file = TsvFile.Read(table);
        Assert.All(
            file.Rows,
            row => Assert.True(file.Field(row, "name").Length > 0 && file.Field(row, "source").Length > 0, string.Join('|', row))
        );
    }

    [Fact]
    public void A_surface_form_of_two_kinds_is_listed_as_ambiguous()
    {
        var listed = TsvFile.Read("ambiguous-forms.tsv");
        var forms = listed.Rows.Select(row => listed.Field(row, "form")).ToHashSet(StringComparer.Ordinal);
        var shared = Lexicon
            .Default.Entries.Where(e => e is not WordEntry)
            .SelectMany(e => Forms(e).Select(form => (form, e.Kind)))
            .Distinct()
            .GroupBy(p => p.form, StringComparer.Ordinal)
            .Where(g => g.Count() > 1)
            .Select(g => g.Key)
            .Order(StringComparer.Ordinal);
        Assert.Equal(forms.Order(StringComparer.Ordinal), shared);
    }

    [Fact]
    public void Parents_and_successors_are_records_themselves()
    {
        var agencies = Lexicon.Default.Entries.OfType<AgencyEntry>().ToList();
        var names = agencies.Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
        Assert.All(agencies, a => Assert.True(a.Parent.Length == 0 || names.Contains(a.Parent), $"{a.Name}: parent {a.Parent}"));
        Assert.All(
            agencies,
            a => Assert.True(a.Successor.Length == 0 || names.Contains(a.Successor), $"{a.Name}: successor {a.Successor}")
        );
        Assert.All(
            Lexicon.Default.Entries.OfType<PlaceEntry>(),
            p => Assert.True(p.Parent.Length == 0 || Lexicon.Default.Place(p.Parent) is not null, p.Id)
        );
        Assert.All(
            Lexicon.Default.Entries.OfType<ZoneEntry>(),
            z => Assert.True(z.Place.Length == 0 || Lexicon.Default.Place(z.Place) is not null, z.Id)
        );
    }

    [Theory]
    [InlineData("国家计委", 1994, "国家计划委员会")]
    [InlineData("国家计委", 2000, "国家发展计划委员会")]
    [InlineData("国家广电总局", 2005, "国家广播电影电视总局")]
    [InlineData("国家广电总局", 2020, "国家广播电视总局")]
    [InlineData("科技部火炬中心", 2021, "科学技术部火炬高技术产业开发中心")]
    public void A_short_form_means_the_body_that_bore_it_then(string form, int year, string name) =>
        Assert.Equal(name, PolicyGraph.Extraction.Mentions.Bodies.AgencyFinder.Of(Lexicon.Default.Find(form)!, year).Name);

    private static IEnumerable<string> Forms(Entry entry) =>
        entry.Forms.Prepend(entry.Name).Concat(entry is PlaceEntry place ? place.WeakForms : []);
}
