using PolicyGraph.Extraction.Relations;

namespace PolicyGraph.Extraction.Tests.Relations;

public sealed class RelationTriggersTests
{
    private static readonly string[][] Rows = Read();

    [Fact]
    public void Words_are_listed_once_in_ordinal_order()
    {
        var words = Rows.Select(row => row[0]).ToList();
        Assert.NotEmpty(words);
        Assert.Equal(words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), words);
    }

    [Fact]
    public void Every_word_has_a_cue_and_a_source() =>
        Assert.All(Rows, row => Assert.True(row.Length == 3 && row[1].Length > 0 && row[2].Length > 0, string.Join('\t', row)));

    private static string[][] Read()
    {
        using var stream =
            typeof(RelationStage).Assembly.GetManifestResourceStream("relation-triggers.tsv")
            ?? throw new InvalidDataException("relation-triggers.tsv is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))];
    }
}
