using System.Globalization;
using PolicyGraph.Model;

namespace PolicyGraph.Tests.Samples;

/// <summary>
/// One row of a sample's <c>facts.tsv</c> (its columns are described in <c>samples/README.md</c>), and whether a record says so.
/// </summary>
internal sealed record SampleFact(string Kind, string Subject, string Predicate, string Object, string Properties)
{
    public static IEnumerable<SampleFact> Read(string path) => File.ReadLines(path).Skip(1).Select(line => Parse(line.Split('\t')));

    public bool IsSaidBy(DocumentRecord record) =>
        Kind switch
        {
            "entity" => record.Entities.Any(Fits),
            "relation" => record.Relations.Any(relation => Fits(record, relation)),
            "statistic" => record.Statistics.Any(statistic => Fits(record, statistic)),
            _ => throw new FormatException($"'{Kind}' is no kind of fact: entity, relation or statistic."),
        };

    private static SampleFact Parse(string[] cells) => new(cells[0], cells[1], cells[2], cells[3], cells[4]);

    private static string NameOf(DocumentRecord record, string? id) =>
        record.Entities.FirstOrDefault(entity => entity.Id == id)?.Name ?? "";

    private bool Has(IReadOnlyDictionary<string, PropertyValue> properties) =>
        Pairs().All(pair => properties.TryGetValue(pair.Key, out var value) && value.ToString() == pair.Value);

    private IEnumerable<KeyValuePair<string, string>> Pairs() =>
        from pair in Properties.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let at = pair.IndexOf('=', StringComparison.Ordinal)
        select KeyValuePair.Create(pair[..at], pair[(at + 1)..]);

    private bool Fits(EntityRecord entity) => entity.Type.Wire() == Object && entity.Name == Subject && Has(entity.Props);

    private bool Fits(DocumentRecord record, RelationRecord relation)
    {
        var ends = (NameOf(record, relation.From), NameOf(record, relation.To));
        return relation.Type.Wire() == Predicate
            && (ends == (Subject, Object) || (relation.Type == RelationType.CooperatesWith && ends == (Object, Subject)))
            && Has(relation.Props);
    }

    private bool Fits(DocumentRecord record, StatisticRecord statistic)
    {
        var terms = Pairs().ToDictionary(StringComparer.Ordinal);
        return NameOf(record, statistic.Subject) == Subject
            && Predicate.Split('|').Contains(statistic.Indicator)
            && Object == string.Create(CultureInfo.InvariantCulture, $"{statistic.Value:0.##########} {statistic.Unit}")
            && statistic.Measure.Wire() == terms["measure"]
            && statistic.Kind.Wire() == terms["kind"]
            && statistic.Comparator.Wire() == terms["comparator"]
            && statistic.Period == terms["period"];
    }
}
