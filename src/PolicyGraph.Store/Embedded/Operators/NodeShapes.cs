using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Objects that stand for nodes.</summary>
internal sealed class NodeShapes(Compilers compilers) : ShapeCompiler<NodeRow>(compilers.Kinds)
{
    public override Reader<NodeRow> Property(string name, ulong possible) => NodeReaders.Of(Kinds, name, possible);

    protected override ShapeWriter<NodeRow> Writer(ShapeField<NodeRow>[] fields) =>
        fields.Any(field => field.IsConditional) ? new ShapeWriter<NodeRow>(fields) : new PlainNodeWriter(Kinds, fields);

    public override Operator<NodeRow> Compile(OutputField field, ulong possible)
    {
        switch (field)
        {
            case LabelField:
                return new NodeLabelWriter();
            case RelationField relation:
                var step = new StepPlan(Kinds, relation.Step);
                return new RelationWriter(step, compilers.Connections.Compile(relation.Connection, step));
            case NeighbourField neighbour:
                var near = new StepPlan(Kinds, neighbour.Step);
                return new NeighbourWriter(near, Compile(neighbour.Shape, near.Targets));
            case RelationCountField count:
                var counted = new StepPlan(Kinds, count.Step);
                return new RelationCountWriter(new NeighbourCounter(counted, compilers.Tests.Node(count.Filter, counted.Targets), null));
            case DistinctCountField distinct:
                return new DistinctCountWriter([.. distinct.Steps.Select(hop => new StepPlan(Kinds, hop))]);
            case GroupsField groups:
                var grouped = new StepPlan(Kinds, groups.Step);
                return new NeighbourGroupsWriter(grouped, new GroupCompiler(compilers).Compile(groups.Grouping, grouped.Targets));
            case PeersField peers:
                return new PeersWriter(
                    new StepPlan(Kinds, peers.Through),
                    [.. peers.Same.Select(name => Property(name, possible))],
                    [.. peers.Different.Select(name => Property(name, possible))],
                    peers.First,
                    Compile(peers.Shape, possible)
                );
            case EvidenceField evidence:
                return new NodeEvidenceWriter(
                    new EvidenceListWriter(evidence.First, compilers.Evidence.Compile(evidence.Shape, ulong.MaxValue))
                );
            case EvidenceCountField count:
                return new NodeEvidenceCountWriter(count.OfDocuments);
            default:
                return DocumentShapes.Compile(compilers, field) ?? base.Compile(field, possible);
        }
    }
}
