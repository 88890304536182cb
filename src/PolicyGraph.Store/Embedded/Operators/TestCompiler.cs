using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Makes the conditions of a query.</summary>
internal sealed class TestCompiler(Compilers compilers)
{
    private Kinds Kinds => compilers.Kinds;

    /// <summary>A condition on nodes; null where there is none.</summary>
    public Test<NodeRow>? Node(Filter? filter, ulong possible) =>
        filter switch
        {
            null => null,
            NameFilter name => new NameTest(name.Comparison, name.Value),
            LabelFilter labels => new LabelTest(labels.Labels.Count == 0 ? 0 : Kinds.Mask(labels.Labels)),
            RelationFilter relation => Relation(relation),
            RelationCountFilter count => new RelationCountTest(Counter(count.Step, count.Node, count.Edge), count.Comparison, count.Value),
            EvidenceFilter evidence => new EvidenceTest<NodeRow>(
                Evidence(evidence.Row),
                Document(evidence.Document),
                static row => new(row.Node, null)
            ),
            DocumentCountFilter count => new DocumentCountTest<NodeRow>(count.Comparison, count.Value, static row => new(row.Node, null)),
            OnlyEvidenceFilter only => new OnlyEvidenceTest<NodeRow>(only.Document, static row => new(row.Node, null)),
            PropertyFilter property => new PropertyTest<NodeRow>(
                compilers.Nodes.Property(property.Property, possible),
                property.Comparison,
                property.Value
            ),
            _ => Joined(filter, inner => Node(inner, possible)),
        };

    /// <summary>A condition on edges; null where there is none.</summary>
    public Test<EdgeRow>? Edge(Filter? filter) =>
        filter switch
        {
            null => null,
            EvidenceFilter evidence => new EvidenceTest<EdgeRow>(
                Evidence(evidence.Row),
                Document(evidence.Document),
                static row => EdgeEvidence.Of(row)
            ),
            DocumentCountFilter count => new DocumentCountTest<EdgeRow>(count.Comparison, count.Value, static row => EdgeEvidence.Of(row)),
            OnlyEvidenceFilter only => new OnlyEvidenceTest<EdgeRow>(only.Document, static row => EdgeEvidence.Of(row)),
            PropertyFilter property => new PropertyTest<EdgeRow>(
                compilers.Edges.Property(property.Property, ulong.MaxValue),
                property.Comparison,
                property.Value
            ),
            _ => Joined(filter, Edge),
        };

    private Test<EvidenceItem>? Evidence(Filter? filter) =>
        filter switch
        {
            null => null,
            PropertyFilter property => new PropertyTest<EvidenceItem>(
                compilers.Evidence.Property(property.Property, ulong.MaxValue),
                property.Comparison,
                property.Value
            ),
            _ => Joined(filter, Evidence),
        };

    private Test<NodeRow>? Document(Filter? filter) => Node(filter, Kinds.Label(Facts.Labels.Document).Bit);

    private NeighbourCounter Counter(Step step, Filter? node, Filter? edge)
    {
        var plan = new StepPlan(Kinds, step);
        return new NeighbourCounter(plan, Node(node, plan.Targets), Edge(edge));
    }

    private RelationTest Relation(RelationFilter filter) => new(Counter(filter.Step, filter.Node, filter.Edge), filter.Quantifier);

    private static Test<TRow> Joined<TRow>(Filter filter, Func<Filter?, Test<TRow>?> compile)
        where TRow : struct, IRow =>
        filter switch
        {
            AllOf all => new JoinedTest<TRow>([.. all.Filters.Select(inner => compile(inner)!)], all: true), // A filter that is none compiles to a test.
            AnyOf any => new JoinedTest<TRow>([.. any.Filters.Select(inner => compile(inner)!)], all: false),
            Not not => new NotTest<TRow>(compile(not.Filter)!),
            _ => throw new UnknownNameException($"A {filter.GetType().Name} cannot be put to a {typeof(TRow).Name}."),
        };
}
