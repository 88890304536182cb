using PolicyGraph.Extraction;
using PolicyGraph.Extraction.Text.Formats;
using PolicyGraph.Model;

namespace PolicyGraph.Tests.Samples;

/// <summary>The samples say what their <c>facts.tsv</c> expects, and together they hold every entity and relation type.</summary>
public class SampleFactsTests
{
    public static TheoryData<string> Papers() =>
        new(
            Directory
                .EnumerateFiles(RepositoryRoot.Of("samples"), "*.facts.tsv")
                .Select(path => Path.GetFileName(path).Replace(".facts.tsv", "", StringComparison.Ordinal))
        );

    [Theory]
    [MemberData(nameof(Papers))]
    public async Task A_sample_gives_the_facts_expected_of_it(string name)
    {
        var record = await ExtractAsync(name);

        var missing = SampleFact.Read(RepositoryRoot.Of("samples", name + ".facts.tsv")).Where(fact => !fact.IsSaidBy(record));

        Assert.Empty(missing.Select(fact => fact.ToString()));
    }

    [Fact]
    public async Task The_samples_hold_every_type_of_entity_and_relation()
    {
        var records = await Task.WhenAll(Papers().Select<object[], Task<DocumentRecord>>(row => ExtractAsync((string)row[0])));

        Assert.Equal(
            Enum.GetValues<EntityType>(),
            records.SelectMany(record => record.Entities).Select(entity => entity.Type).Distinct().Order()
        );
        Assert.Equal(
            Enum.GetValues<RelationType>(),
            records.SelectMany(record => record.Relations).Select(relation => relation.Type).Distinct().Order()
        );
    }

    private static async Task<DocumentRecord> ExtractAsync(string name)
    {
        var path = Directory
            .EnumerateFiles(RepositoryRoot.Of("samples"), name + ".*")
            .Single(file => !file.EndsWith(".facts.tsv", StringComparison.Ordinal));
        await foreach (var result in new PaperReader().ReadAsync(path))
        {
            return new Extractor().Extract(result.Paper.Text, result.Paper.Head);
        }

        throw new InvalidOperationException($"{path} holds no paper.");
    }
}
