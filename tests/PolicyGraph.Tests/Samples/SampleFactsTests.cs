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

    [Theory]
    [MemberData(nameof(Papers))]
    public async Task A_sample_in_traditional_characters_says_the_same(string name)
    {
        var paper = await ReadAsync(name);
        var traditional = string.Concat(paper.Text.Select(c => Traditional.GetValueOrDefault(c, c)));

        var record = new Extractor().Extract(traditional, new DocumentHead());

        Assert.NotEqual(paper.Text, traditional);
        Assert.Equal(Facts(new Extractor().Extract(paper.Text, new DocumentHead())), Facts(record));
    }

    /// <summary>One of the traditional characters that stand for each simplified one, and corner brackets for quotation marks.</summary>
    private static readonly Dictionary<char, char> Traditional = Enumerable
        .Range('\u4e00', '\u9fff' - '\u4e00')
        .Select(code => (Old: (char)code, Now: TraditionalCharacters.Simplify((char)code)))
        .Where(pair => pair.Old != pair.Now)
        .GroupBy(pair => pair.Now, pair => pair.Old)
        .Select(group => KeyValuePair.Create(group.Key, group.First()))
        .Concat([KeyValuePair.Create('“', '「'), KeyValuePair.Create('”', '」')])
        .ToDictionary();

    private static IEnumerable<string> Facts(DocumentRecord record)
    {
        var names = record.Entities.ToDictionary(entity => entity.Id, entity => $"{entity.Type} {Plain(entity.Name)}");
        return
        [
            .. names.Values,
            .. record.Relations.Select(fact => $"{names[fact.From]} {fact.Type} {names[fact.To]}"),
            .. record.Statistics.Select(row =>
                $"{row.Indicator} {row.Value} {row.Unit} {row.Kind} {row.Period} {(row.Subject is { } of ? names[of] : "-")}"
            ),
        ];

        static string Plain(string name) => name.Replace('「', '“').Replace('」', '”');
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
        var paper = await ReadAsync(name);
        return new Extractor().Extract(paper.Text, paper.Head);
    }

    private static async Task<SourcePaper> ReadAsync(string name)
    {
        var path = Directory
            .EnumerateFiles(RepositoryRoot.Of("samples"), name + ".*")
            .Single(file => !file.EndsWith(".facts.tsv", StringComparison.Ordinal));
        await foreach (var result in new PaperReader().ReadAsync(path))
        {
            return result.Paper;
        }

        throw new InvalidOperationException($"{path} holds no paper.");
    }
}
