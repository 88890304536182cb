using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Looks in a filter for conditions that an index answers: those that must all hold.</summary>
internal sealed class NarrowingCompiler(Kinds kinds)
{
    public IEnumerable<Narrowing> Of(Filter? filter, ulong labels) =>
        filter switch
        {
            AllOf all => all.Filters.SelectMany(inner => Of(inner, labels)),
            AnyOf any => Union([.. any.Filters.Select(inner => Of(inner, labels).ToArray())]),
            NameFilter { Comparison: Comparison.Equal or Comparison.In } name => [new NameNarrowing(labels, name.Value)],
            PropertyFilter { Property: NodeReaders.Id, Comparison: Comparison.Equal or Comparison.In } id =>
            [
                new IdNarrowing(labels, id.Value),
            ],
            PropertyFilter property => Property(property, labels),
            RelationFilter { Quantifier: Quantifier.Some } relation => Relation(relation, labels),
            _ => [],
        };

    /// <summary>What may fit by any of several conditions is narrowed only where each of them is.</summary>
    private static IEnumerable<Narrowing> Union(Narrowing[][] alternatives) =>
        alternatives switch
        {
            [] => [],
            [var only] => only,
            _ => alternatives.All(ways => ways.Length > 0) ? [new UnionNarrowing(alternatives)] : [],
        };

    private IEnumerable<Narrowing> Property(PropertyFilter filter, ulong labels)
    {
        var isRange =
            filter.Comparison
            is Comparison.Equal
                or Comparison.In
                or Comparison.StartsWith
                or Comparison.Greater
                or Comparison.AtLeast
                or Comparison.Less
                or Comparison.AtMost;
        if (
            isRange
            && One(labels) is { } kind
            && kind.Properties.TryGetValue(filter.Property, out var place)
            && kind.Type.Properties[place].IsIndexed
        )
        {
            yield return new IndexNarrowing(kind, filter.Property, filter.Comparison, filter.Value);
        }
    }

    private IEnumerable<Narrowing> Relation(RelationFilter filter, ulong labels)
    {
        if (One(labels) is not { } kind)
        {
            yield break;
        }

        var step = new StepPlan(kinds, filter.Step);
        foreach (var ends in Of(filter.Node, step.Targets))
        {
            yield return new RelationNarrowing(kind, step, ends);
        }
    }

    private NodeKind? One(ulong labels) => ulong.IsPow2(labels) ? kinds.Nodes[System.Numerics.BitOperations.Log2(labels)] : null;
}
