using PolicyGraph.Model;

namespace PolicyGraph.Store.Facts;

/// <summary>A record's relations as edges with evidence.</summary>
internal sealed class RelationReading(FactCollector collector, EvidenceFinder finder, EntityTable entities)
{
    public void Add(IReadOnlyList<RelationRecord> relations) =>
        BadRows.Each("relations", relations, relation => $"{relation.Type.Wire()} {relation.From} {relation.To}", Add);

    private void Add(RelationRecord relation)
    {
        var (fromType, from) = entities[relation.From];
        var (toType, to) = entities[relation.To];
        if (!RelationEnds.Allow(relation.Type, fromType, toType))
        {
            throw new FormatException($"the ontology has no {relation.Type.Wire()} from {fromType} to {toType}");
        }

        var edge = collector.Edge(relation.Type.Wire(), from, to, relation.Props.Value);
        edge.Add(finder.Find(relation.Span, relation.Evidence, relation.Rule, relation.Confidence));
    }
}
