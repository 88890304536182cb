using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Makes the writer of what stands near an entity.</summary>
internal static class RelatedCompiler
{
    public static RootOperator Compile(Compilers compilers, RelatedRoot root)
    {
        var kinds = compilers.Kinds;
        var entities = kinds.Nodes.Where(kind => kind.Type.IsEntity).Select(kind => kind.Label).ToArray();
        return new RelatedWriter(
            NodeFinder.Of(kinds, root.Entity, kinds.Mask(entities)),
            new StepPlan(kinds, new Step([], Direction.Both, entities)),
            kinds.Relation(Ties.MentionedIn),
            root.First,
            new ShapeWriter<RelatedRow>([.. root.Fields.Select(field => Field(compilers, field, kinds.Mask(entities)))])
        );
    }

    private static ShapeField<RelatedRow> Field(Compilers compilers, RelatedField field, ulong entities) =>
        new(
            field.Key,
            ulong.MaxValue,
            isForAll: true,
            field.Conditions,
            field switch
            {
                RelatedNodeField node => new RelatedNodeWriter(compilers.Nodes.Compile(node.Shape, entities)),
                RelatedCountField count => new RelatedCountWriter(count.OfDocuments),
                RelatedConstantField constant => new ConstantWriter<RelatedRow>(constant.Json),
                _ => throw new UnknownNameException($"A related entity has no {field.GetType().Name}."),
            }
        );
}

/// <summary>An entity that stands near another: by how many relations and papers.</summary>
internal readonly record struct RelatedRow(Node Node, int Relations, int Documents) : IRow
{
    public ulong LabelBit => ulong.MaxValue;
}

/// <summary>The entities that stand most with one.</summary>
internal sealed class RelatedWriter(NodeFinder finder, StepPlan relations, EdgeKind mentions, Slot first, ShapeWriter<RelatedRow> shape)
    : RootOperator
{
    public override void Write(Execution run)
    {
        var counts = new Dictionary<int, (int Relations, int Documents)>();
        if (finder.Find(run) is { } node)
        {
            CountRelations(run, node, counts);
            CountDocuments(run, node, counts);
            counts.Remove(node.Head.Index);
        }

        var most = (int)Math.Clamp(run.Parameters.Integer(first) ?? int.MaxValue, 0, int.MaxValue);
        var rows = counts.Select(pair => new RelatedRow(run.Graph.Node(pair.Key), pair.Value.Relations, pair.Value.Documents)).ToList();
        rows.Sort(Compare);
        Lists.Write(run, [.. rows.Take(most)], shape, static row => row);
    }

    public override string Explain() => "entities by relations and papers in common";

    private static int Compare(RelatedRow left, RelatedRow right)
    {
        var order = (right.Relations + right.Documents).CompareTo(left.Relations + left.Documents);
        return order != 0 ? order : NodeHead.CompareIds(left.Node.Head, right.Node.Head);
    }

    private void CountRelations(Execution run, Node node, Dictionary<int, (int Relations, int Documents)> counts)
    {
        var start = run.Rows.Count;
        relations.Push(run, node);
        foreach (var row in run.Rows.From(start))
        {
            var (known, documents) = counts.GetValueOrDefault(row.Node);
            counts[row.Node] = (known + 1, documents);
        }

        run.Rows.CutTo(start);
    }

    private void CountDocuments(Execution run, Node node, Dictionary<int, (int Relations, int Documents)> counts)
    {
        var papers = node.In(mentions.Outgoing);
        for (var i = 0; i < papers.Count; i++)
        {
            var named = run.Graph.Node(papers[i].Node).In(mentions.Incoming);
            for (var j = 0; j < named.Count; j++)
            {
                run.Tick();
                var (known, documents) = counts.GetValueOrDefault(named[j].Node);
                counts[named[j].Node] = (known, documents + 1);
            }
        }
    }
}

internal sealed class RelatedNodeWriter(ShapeWriter<NodeRow> shape) : Operator<RelatedRow>
{
    public override void Write(Execution run, in RelatedRow row) => shape.Write(run, new NodeRow(row.Node));
}

internal sealed class RelatedCountWriter(bool ofDocuments) : Operator<RelatedRow>
{
    public override void Write(Execution run, in RelatedRow row) => run.Out.Write((long)(ofDocuments ? row.Documents : row.Relations));
}
