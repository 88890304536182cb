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

/// <summary>By name then id for entities, by id for others: the order in which lists are kept.</summary>
internal sealed class DefaultOrder() : RowOrder(Cursor.Fingerprint([]))
{
    public override int Compare(Execution run, Node? anchor, Row row, Cursor place)
    {
        var name = run.Graph.Registry.Heads[row.Node].Name;
        var other = place.Keys.Count == 0 ? null : place.Keys[0] as string;
        var byName = name is null ? (other is null ? 0 : 1)
            : other is null ? -1
            : string.CompareOrdinal(name, other);
        return byName != 0 ? byName : CompareTies(run, row, place);
    }

    public override void Sort(Execution run, Node? anchor, int start)
    {
        var heads = run.Graph.Registry.Heads;
        run.Rows.From(start).Sort((left, right) =>
        {
            var byHead = left.Node == right.Node ? 0 : NodeHead.Compare(heads[left.Node], heads[right.Node]);
            return byHead != 0 ? byHead : CompareRows(run, left, right);
        });
    }

    protected override Cursor Place(Execution run, Node? anchor, Row row)
    {
        var head = run.Graph.Registry.Heads[row.Node];
        return new Cursor([head.Name], head.IdText, EdgeText(run, row));
    }
}
