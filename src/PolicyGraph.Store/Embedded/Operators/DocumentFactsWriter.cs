using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>
/// The facts that a document states, as a connection. They are read from its record: no list of them is kept, as they are asked for one
/// paper at a time.
/// </summary>
internal sealed class DocumentFactsWriter(Compilers compilers, DocumentFactsField field) : Operator<NodeRow>
{
    private readonly ConnectionWriter _connection = compilers.Connections.CompileFacts(field, new DocumentFactOrder());

    public override void Write(Execution run, in NodeRow row)
    {
        var start = run.Rows.Count;
        if (row.Node.Document is { } document)
        {
            Push(run, run.Graph.Registry.Mapper.Map(document.Record.Read(), row.Node.Head.Id));
        }

        _connection.WriteSorted(run, row.Node, start);
        run.Rows.CutTo(start);
    }

    private static void Push(Execution run, Facts.DocumentFacts facts)
    {
        var registry = run.Graph.Registry;
        foreach (var fact in facts.Edges)
        {
            if (
                fact.Type.IsFact
                && registry.Ids.TryGet(facts.Nodes[fact.From].Id.Hash, out var from)
                && registry.Ids.TryGet(facts.Nodes[fact.To].Id.Hash, out var to)
            )
            {
                var kind = registry.Kinds.Relation(fact.Type.Name);
                if (EdgeLookup.Find(run.Graph, (kind, from, to, EdgeLookup.KeyOf(kind, fact))) is { } edge)
                {
                    run.Rows.Push(new Row(to, edge.Head.Index, kind.Outgoing));
                }
            }
        }
    }
}

/// <summary>By the place of the first quote in the document, then by the ends' ids; quotes without a place come last.</summary>
internal sealed class DocumentFactOrder() : RowOrder(Cursor.OfFacts)
{
    public override int Compare(Execution run, Node? anchor, Row row, Cursor place)
    {
        var order = SortKey.Compare(Start(run, anchor, row), SortKey.Of(place.Keys.Count == 0 ? null : place.Keys[0]), descending: false);
        order = order != 0 ? order : string.CompareOrdinal(Ends(run, row), place.Id);
        return order != 0 ? order : string.CompareOrdinal(EdgeText(run, row), place.Edge);
    }

    public override void Sort(Execution run, Node? anchor, int start) =>
        run
            .Rows.From(start)
            .Sort(
                (left, right) =>
                {
                    var order = SortKey.Compare(Start(run, anchor, left), Start(run, anchor, right), descending: false);
                    order = order != 0 ? order : string.CompareOrdinal(Ends(run, left), Ends(run, right));
                    return order != 0 ? order : string.CompareOrdinal(EdgeText(run, left), EdgeText(run, right));
                }
            );

    protected override Cursor Place(Execution run, Node? anchor, Row row) =>
        new([Start(run, anchor, row).Plain], Ends(run, row), EdgeText(run, row));

    private static SortKey Start(Execution run, Node? anchor, Row row)
    {
        if (run.Graph.Edges[row.Edge] is not { } edge)
        {
            return default;
        }

        var source = new EvidenceSource(edge, anchor?.Head);
        var (at, count) = source.Range();
        return count > 0 && edge.Support[at].Evidence is [{ Start: >= 0 } first, ..] ? new SortKey(null, first.Start) : default;
    }

    private static string Ends(Execution run, Row row)
    {
        var (heads, edge) = (run.Graph.Registry.Heads, run.Graph.Registry.EdgeHeads[row.Edge]);
        return $"{heads[edge.From].IdText} {heads[edge.To].IdText}";
    }
}

/// <summary>A page's edges, where the rows of the list are edges.</summary>
internal sealed class PageFactsWriter(ShapeWriter<EdgeRow> shape) : Operator<PageRow>
{
    public override void Write(Execution run, in PageRow row)
    {
        run.Out.Write((byte)'[');
        for (var i = 0; i < row.Count; i++)
        {
            if (i > 0)
            {
                run.Out.Write((byte)',');
            }

            shape.Write(run, EdgeRow.Of(run, row.Anchor, run.Rows[row.Start + i]));
        }

        run.Out.Write((byte)']');
    }
}
