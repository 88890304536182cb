using System.Text.Json;
using PolicyGraph.Model;
using PolicyGraph.Store.Facts;

namespace PolicyGraph.Store.Tests;

/// <summary>
/// docs/ontology.md says what the program holds: its tables are read, and compared with the types, relations and ends that the stores take
/// in.
/// </summary>
public class OntologyPageTests
{
    private static readonly string[][] Rows =
    [
        .. File.ReadLines(Page())
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split(" | ")),
    ];

    [Fact]
    public void Names_every_entity_type() =>
        Assert.Equal(Enum.GetNames<EntityType>(), Rows.Select(Word).Where(word => Enum.TryParse<EntityType>(word, out _)));

    [Fact]
    public void Names_every_relation() =>
        Assert.Equal(Enum.GetValues<RelationType>().Select(Name).Order(), Rows.Where(IsRelation).Select(Word).Order());

    [Fact]
    public void Gives_each_relation_the_ends_that_stores_take()
    {
        foreach (var row in Rows.Where(IsRelation))
        {
            var type = Enum.GetValues<RelationType>().Single(type => Name(type) == Word(row));
            foreach (var from in Enum.GetValues<EntityType>())
            {
                foreach (var to in Enum.GetValues<EntityType>())
                {
                    Assert.True(
                        RelationEnds.Allow(type, from, to) == Says(row[1], from, to),
                        $"{Name(type)} from {from} to {to}: the page says “{row[1]}”."
                    );
                }
            }
        }
    }

    private static bool IsRelation(string[] row) =>
        row[1].Contains('→', StringComparison.Ordinal) || row[1].EndsWith("both ways", StringComparison.Ordinal);

    private static string Word(string[] row) => row[0].Trim('`');

    private static string Name(RelationType type) => JsonSerializer.Serialize(type).Trim('"');

    private static bool Says(string ends, EntityType from, EntityType to)
    {
        if (ends.EndsWith(", both ways", StringComparison.Ordinal))
        {
            return Has(ends, from) && Has(ends, to);
        }

        // "event → event, agency → agency" is a list of pairs, "zone, organization → place, zone" one pair of lists.
        var pairs = ends.Split('→').Length > 2 ? ends.Split(", ") : [ends];
        return pairs.Select(pair => pair.Split(" → ")).Any(pair => Has(pair[0], from) && Has(pair[1], to));
    }

    private static bool Has(string list, EntityType type) => list.Split(", ").Contains(type.ToString(), StringComparer.OrdinalIgnoreCase);

    private static string Page()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PolicyGraph.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("PolicyGraph.sln was not found above the tests' folder.");
        }

        return Path.Combine(folder.FullName, "docs", "ontology.md");
    }
}
