using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>An order of rows.</summary>
internal abstract class RowOrder(uint fingerprint)
{
    /// <summary>The cursor that stands for a row.</summary>
    public string CursorOf(Execution run, Node? anchor, Row row) => Place(run, anchor, row).Encode(fingerprint);

    public Cursor Parse(string cursor) => Cursor.Parse(cursor, fingerprint);

    /// <summary>A row against a place.</summary>
    public abstract int Compare(Execution run, Node? anchor, Row row, Cursor place);

    /// <summary>Sorts rows on the stack, from an index up to the top.</summary>
    public abstract void Sort(Execution run, Node? anchor, int start);

    /// <summary>The place of a row.</summary>
    protected abstract Cursor Place(Execution run, Node? anchor, Row row);

    /// <summary>What tells a row from others of the same node; compares as the relation's name, its key, its direction.</summary>
    protected static string EdgeText(Execution run, Row row)
    {
        if (row.Slot < 0)
        {
            return "";
        }

        var kind = run.Graph.Kinds.Edges[row.Slot / 2];
        var key = row.Edge < 0 ? "" : run.Graph.Registry.EdgeHeads[row.Edge].Key;
        return $"{kind.Type.Name}\n{key}\n{row.Slot & 1}";
    }

    /// <summary>By id, then by what tells rows of the same node apart.</summary>
    public static int CompareRows(Execution run, Row left, Row right)
    {
        if (left.Node != right.Node)
        {
            return NodeHead.CompareIds(run.Graph.Registry.Heads[left.Node], run.Graph.Registry.Heads[right.Node]);
        }

        return left == right ? 0 : string.CompareOrdinal(EdgeText(run, left), EdgeText(run, right));
    }

    /// <summary>A row's id and edge against a place's.</summary>
    protected static int CompareTies(Execution run, Row row, Cursor place)
    {
        var byId = string.CompareOrdinal(run.Graph.Registry.Heads[row.Node].IdText, place.Id);
        return byId != 0 ? byId : string.CompareOrdinal(EdgeText(run, row), place.Edge);
    }
}

/// <summary>The order in which lists are kept.</summary>
internal sealed class DefaultOrder() : RowOrder(Cursor.Fingerprint([]))
{
    /// <summary>The key of <see cref="KeptOrder.LastDay"/>.</summary>
    private const int LatestFirst = 1;

    public override int Compare(Execution run, Node? anchor, Row row, Cursor place)
    {
        var keys = run.Graph.Registry.Heads[row.Node].Keys;
        for (var i = 0; i < keys.Length; i++)
        {
            var order = CompareKeys(keys[i], i < place.Keys.Count ? place.Keys[i] as string : null);
            if (order != 0)
            {
                return i == LatestFirst && keys[i] is not null && place.Keys[i] is not null ? -order : order;
            }
        }

        return CompareTies(run, row, place);
    }

    public override void Sort(Execution run, Node? anchor, int start)
    {
        var heads = run.Graph.Registry.Heads;
        run.Rows.From(start)
            .Sort(
                (left, right) =>
                {
                    var byHead = left.Node == right.Node ? 0 : NodeHead.Compare(heads[left.Node], heads[right.Node]);
                    return byHead != 0 ? byHead : CompareRows(run, left, right);
                }
            );
    }

    protected override Cursor Place(Execution run, Node? anchor, Row row)
    {
        var head = run.Graph.Registry.Heads[row.Node];
        return new Cursor(head.Keys, head.IdText, EdgeText(run, row));
    }

    /// <summary>By code unit, missing ones last.</summary>
    private static int CompareKeys(string? key, string? other) =>
        key is null || other is null ? (key is null).CompareTo(other is null) : string.CompareOrdinal(key, other);
}
