using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>A property that lies among a node's values.</summary>
internal interface INodeProperty
{
    /// <summary>
    /// Its place in the values of nodes of a label, which must be one of those that the query can meet; −1 where they have it not.
    /// </summary>
    int PlaceIn(NodeKind kind);
}

/// <summary>A property of nodes of one label.</summary>
internal sealed class NodeReader(int place) : Reader<NodeRow>, INodeProperty
{
    public int PlaceIn(NodeKind kind) => place;

    public override Value? Read(Execution run, in NodeRow row) => row.Node.Values[place];
}

/// <summary>A property of nodes of several labels, which have it at different places or not at all (−1).</summary>
internal sealed class MixedNodeReader(int[] places) : Reader<NodeRow>, INodeProperty
{
    public int PlaceIn(NodeKind kind) => places[kind.Ordinal];

    public override Value? Read(Execution run, in NodeRow row)
    {
        var place = places[row.Node.Kind.Ordinal];
        return place < 0 ? null : row.Node.Values[place];
    }
}

/// <summary>The id.</summary>
internal sealed class NodeIdReader : Reader<NodeRow>
{
    public override Value? Read(Execution run, in NodeRow row) => Value.OfText(row.Node.Head.IdText);

    public override bool Has(Execution run, in NodeRow row) => true;

    public override void Write(Execution run, in NodeRow row)
    {
        run.Out.Write(row.Node.Kind.IdStart);
        run.Out.WriteHex(row.Node.Head.Id);
        run.Out.Write((byte)'"');
    }
}

/// <summary>Makes readers of nodes' properties.</summary>
internal static class NodeReaders
{
    public const string Id = "id";

    /// <exception cref="ArgumentException">No possible label has the property.</exception>
    public static Reader<NodeRow> Of(Kinds kinds, string name, ulong possible)
    {
        if (name == Id)
        {
            return new NodeIdReader();
        }

        var places = kinds.Nodes.Select(kind => (kind.Bit & possible) == 0 ? -1 : kind.Properties.GetValueOrDefault(name, -1)).ToArray();
        if (places.All(place => place < 0))
        {
            throw new UnknownNameException(
                $"No node of {string.Join(", ", kinds.Nodes.Where(kind => (kind.Bit & possible) != 0).Select(kind => kind.Label))} has a property {name}."
            );
        }

        return ulong.IsPow2(possible) ? new NodeReader(places.Max()) : new MixedNodeReader(places);
    }
}
