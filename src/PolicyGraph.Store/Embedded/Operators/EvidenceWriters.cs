using PolicyGraph.Store.Embedded.Collections;
using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Whose evidence, and of which paper alone; without a <paramref name="Thing"/> there is none.</summary>
internal readonly record struct EvidenceSource(Supported? Thing, NodeHead? Document)
{
    /// <summary>The first contribution that counts, and how many do.</summary>
    public (int Start, int Count) Range()
    {
        if (Thing is null)
        {
            return (0, 0);
        }

        if (Document is null)
        {
            return (0, Thing.Support.Count);
        }

        var at = Thing.Support.LowerBound(new DocumentProbe(Document.Id));
        return (at, at < Thing.Support.Count && Thing.Support[at].Document.Id == Document.Id ? 1 : 0);
    }

    public long Count(bool ofDocuments)
    {
        var (start, count) = Range();
        if (ofDocuments)
        {
            return count;
        }

        var rows = 0L;
        for (var i = start; i < start + count; i++)
        {
            rows += Thing!.Support[i].Evidence.Count; // Without it the range is empty.
        }

        return rows;
    }

    private readonly struct DocumentProbe(ulong id) : IProbe<Contribution>
    {
        public bool IsAfter(Contribution item) => item.Document.Id < id;
    }
}

/// <summary>Evidence rows as a list: by the paper's id, then by position.</summary>
internal sealed class EvidenceListWriter(Slot first, ShapeWriter<EvidenceItem> shape)
{
    public void Write(Execution run, EvidenceSource source)
    {
        var left = run.Parameters.Integer(first) ?? long.MaxValue;
        var (start, count) = source.Range();
        run.Out.Write((byte)'[');
        var isFirst = true;
        for (var i = start; i < start + count && left > 0; i++)
        {
            var contribution = source.Thing!.Support[i]; // Without it the range is empty.
            for (var place = 0; place < contribution.Evidence.Count && left > 0; place++, left--)
            {
                if (!isFirst)
                {
                    run.Out.Write((byte)',');
                }

                isFirst = false;
                shape.Write(run, new EvidenceItem(contribution, contribution.Evidence[place]));
            }
        }

        run.Out.Write((byte)']');
    }
}

/// <summary>Where papers speak of the node.</summary>
internal sealed class NodeEvidenceWriter(EvidenceListWriter list) : Operator<NodeRow>
{
    public override void Write(Execution run, in NodeRow row) => list.Write(run, new EvidenceSource(row.Node, null));
}

/// <summary>In how many places, or how many papers, the node is spoken of.</summary>
internal sealed class NodeEvidenceCountWriter(bool ofDocuments) : Operator<NodeRow>
{
    public override void Write(Execution run, in NodeRow row) => run.Out.Write(new EvidenceSource(row.Node, null).Count(ofDocuments));
}
