using PolicyGraph.Model;

namespace PolicyGraph.Store.Facts;

/// <summary>A record's statistics as nodes, tied to their subject, source, indicator and document.</summary>
internal sealed class StatisticReading(FactCollector collector, EvidenceFinder finder, EntityTable entities, NodeId document)
{
    public void Add(IReadOnlyList<StatisticRecord> statistics) =>
        BadRows.Each("statistics", statistics, statistic => $"{statistic.Indicator} {statistic.Value}", Add);

    private void Add(StatisticRecord statistic)
    {
        if (statistic.Period is { } period && !Period.TryParse(period, out _))
        {
            throw new FormatException($"its period “{period}” is not a day, month, year or interval in ISO form");
        }

        var subject = End(statistic.Subject);
        var node = collector.Node(Identity.Statistic(statistic, subject is { } about ? collector.Id(about) : null), out var index);
        node.Fill(field => Field(statistic, field));
        node.Add(finder.Find(statistic.Span, statistic.Evidence, statistic.Rule, statistic.Confidence));
        Tie(Ties.About, index, subject);
        Tie(Ties.ReportedBy, index, End(statistic.ReportedBy));
        Tie(Ties.SetBy, index, Setter(statistic.SetBy));
        collector.Node(document, out var paper);
        collector.Tie(Ties.StatedIn, index, paper);
        TieIndicator(index, statistic.Indicator);
    }

    private int? End(string? id) => id is null ? null : entities[id].Node;

    private int? Setter(string? id)
    {
        if (id is null)
        {
            return null;
        }

        var (type, node) = entities[id];
        return type == EntityType.Policy ? node : throw new FormatException($"it is set by {id}, which is no policy but of type {type}");
    }

    private void Tie(string name, int statistic, int? end)
    {
        if (end is { } node)
        {
            collector.Tie(name, statistic, node);
        }
    }

    private void TieIndicator(int statistic, string name)
    {
        if (collector.Has(Labels.Indicator))
        {
            var indicator = collector.Node(collector.Ids.Indicator(name), out var index);
            indicator.Fill(field => field == "name" ? name : default(PropertyValue?));
            collector.Tie(Ties.Measures, statistic, index);
        }
    }

    private static PropertyValue? Field(StatisticRecord statistic, string field) =>
        field switch
        {
            "indicator" => statistic.Indicator,
            "value" => statistic.Value,
            "value_max" => statistic.ValueMax is { } max ? max : default(PropertyValue?),
            "unit" => statistic.Unit,
            "comparator" => statistic.Comparator.Wire(),
            "measure" => statistic.Measure.Wire(),
            "kind" => statistic.Kind.Wire(),
            "period" => statistic.Period is { } period ? period : default(PropertyValue?),
            _ => default(PropertyValue?),
        };
}
