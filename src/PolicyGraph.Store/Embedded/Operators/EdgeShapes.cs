using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Objects that stand for edges.</summary>
internal sealed class EdgeShapes(Compilers compilers) : ShapeCompiler<EdgeRow>(compilers.Kinds)
{
    public override Reader<EdgeRow> Property(string name, ulong possible)
    {
        var places = Kinds.Edges.Select(kind => kind.Properties.GetValueOrDefault(name, -1)).ToArray();
        return places.All(place => place < 0)
            ? throw new UnknownNameException($"No relation has a property {name}.")
            : new EdgeReader(places);
    }

    public override Operator<EdgeRow> Compile(OutputField field, ulong possible) =>
        field switch
        {
            LabelField => new EdgeLabelWriter(),
            EvidenceField evidence => new EdgeEvidenceWriter(
                new EvidenceListWriter(evidence.First, compilers.Evidence.Compile(evidence.Shape, possible))
            ),
            EvidenceCountField count => new EdgeEvidenceCountWriter(count.OfDocuments),
            EdgeEndField end => new EdgeEndWriter(end.From, compilers.Nodes.Compile(end.Shape, Kinds.AllLabels)),
            _ => base.Compile(field, possible),
        };
}

/// <summary>A property of edges of any type.</summary>
internal sealed class EdgeReader(int[] places) : Reader<EdgeRow>
{
    public override Value? Read(Execution run, in EdgeRow row) =>
        row.Edge is { } edge && places[edge.Head.Kind.Ordinal] is >= 0 and var place ? edge.Values[place] : null;
}

/// <summary>The relation type.</summary>
internal sealed class EdgeLabelWriter : Operator<EdgeRow>
{
    public override void Write(Execution run, in EdgeRow row)
    {
        if (row.Kind is { } kind)
        {
            run.Out.Write(kind.NameJson);
        }
        else
        {
            run.Out.WriteNull();
        }
    }
}

/// <summary>The node that the edge starts from or leads to.</summary>
internal sealed class EdgeEndWriter(bool from, ShapeWriter<NodeRow> shape) : Operator<EdgeRow>
{
    public override void Write(Execution run, in EdgeRow row)
    {
        if ((from ? row.From : row.To) is { } end)
        {
            shape.Write(run, new NodeRow(end));
        }
        else
        {
            run.Out.WriteNull();
        }
    }
}

/// <summary>Where papers state the edge.</summary>
internal sealed class EdgeEvidenceWriter(EvidenceListWriter list) : Operator<EdgeRow>
{
    public override void Write(Execution run, in EdgeRow row) => list.Write(run, EdgeEvidence.Of(row));
}

/// <summary>In how many places, or how many papers, the edge is stated.</summary>
internal sealed class EdgeEvidenceCountWriter(bool ofDocuments) : Operator<EdgeRow>
{
    public override void Write(Execution run, in EdgeRow row) => run.Out.Write(EdgeEvidence.Of(row).Count(ofDocuments));
}

internal static class EdgeEvidence
{
    /// <summary>The evidence of a fact; of a tie to a document, what its other end has in that document.</summary>
    public static EvidenceSource Of(in EdgeRow row) =>
        row.Edge is { } edge ? new EvidenceSource(edge, null)
        : row is { From: { } from, To: { Document: not null } to } ? new EvidenceSource(from, to.Head)
        : default;
}
