using System.Globalization;
using PolicyGraph.Model;

namespace PolicyGraph.Tests.Samples;

/// <summary>
/// One line of a sample's <c>facts.tsv</c> (its columns are described in <c>samples/README.md</c>), and whether a record says so.
/// </summary>
internal sealed class SampleFact(string line)
{
    private readonly string[] _columns = line.Split('\t');

    public static IEnumerable<SampleFact> Read(string path) =>
        File.ReadLines(path).Skip(1).Where(line => line.Length > 0).Select(line => new SampleFact(line));

    public override string ToString() => line;

    public bool IsSaidBy(DocumentRecord record) =>
        _columns[0] switch
        {
            "entity" => Entity(record, _columns[1], _columns[2]) is not null,
            "prop" => Entity(record, _columns[1], _columns[2]) is { } entity && Has(entity.Props, _columns[3]),
            "relation" => record.Relations.Any(relation => Fits(record, relation)),
            "statistic" => record.Statistics.Any(statistic => Fits(record, statistic)),
            var kind => throw new FormatException($"'{kind}' is no kind of fact: entity, prop, relation or statistic."),
        };

    private static EntityRecord? Entity(DocumentRecord record, string type, string name) =>
        record.Entities.FirstOrDefault(entity => entity.Type.Wire() == type && entity.Name == name);

    private static string NameOf(DocumentRecord record, string? id) =>
        record.Entities.FirstOrDefault(entity => entity.Id == id)?.Name ?? "";

    private static bool Has(IReadOnlyDictionary<string, PropertyValue> props, string pairs) =>
        pairs
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .All(pair => props.TryGetValue(pair[0], out var value) && value.ToString() == pair[1]);

    private bool Fits(DocumentRecord record, RelationRecord relation)
    {
        var ends = (NameOf(record, relation.From), NameOf(record, relation.To));
        var (from, to) = (_columns[1], _columns[3]);
        return relation.Type.Wire() == _columns[2]
            && (ends == (from, to) || (relation.Type == RelationType.CooperatesWith && ends == (to, from)))
            && Has(relation.Props, _columns.ElementAtOrDefault(4) ?? "");
    }

    private bool Fits(DocumentRecord record, StatisticRecord statistic)
    {
        var number = _columns[1].Split(' ');
        var terms = _columns[3].Split(' ');
        return statistic.Value == decimal.Parse(number[0], CultureInfo.InvariantCulture)
            && statistic.Unit == number[1]
            && _columns[2].Split('|').Contains(statistic.Indicator)
            && statistic.Measure.Wire() == terms[0]
            && statistic.Kind.Wire() == terms[1]
            && statistic.Comparator.Wire() == terms[2]
            && NameOf(record, statistic.Subject) == terms[3]
            && statistic.Period == _columns[4];
    }
}
