using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Embedded.Searching;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Answers a connection: finds the page's rows in a list, then writes the fields that are asked for.</summary>
internal sealed class ConnectionWriter(
    Test<NodeRow>? nodeTest,
    Test<EdgeRow>? edgeTest,
    RowOrder order,
    Page page,
    ConnectionWants wants,
    ShapeWriter<PageRow> shape
)
{
    /// <summary>True where lists in their default order need no sorting.</summary>
    private readonly bool _isDefault = order is DefaultOrder;

    /// <summary>True where not every row of a list need fit.</summary>
    public bool HasFilter => nodeTest is not null || edgeTest is not null;

    /// <summary>
    /// How far the page looks into what a search finds, one row further than it shows to tell whether more follow; null where it has to
    /// know all.
    /// </summary>
    public SearchReach? Reach(Execution run) =>
        order is SearchOrder
        && !HasFilter
        && !wants.Groups(run)
        && run.Parameters.Integer(page.First) is { } first
        && run.Parameters.Integer(page.Last) is null
        && run.Parameters.Text(page.Before) is null
            ? new SearchReach(order, run.Parameters.Text(page.After) is { } after ? order.Parse(after) : null, first + 1)
            : null;

    /// <summary>True where it has to tell how many rows there are in all.</summary>
    public bool CountsAll(Execution run) => wants.Total(run);

    /// <summary>Writes a page of a list that stands in the default order.</summary>
    public void Write<TList>(Execution run, Node? anchor, TList rows)
        where TList : struct, IRowList
    {
        var start = run.Rows.Count;
        if (_isDefault)
        {
            WritePage(run, anchor, rows, isFiltered: !HasFilter && rows.IsExact);
        }
        else
        {
            PushFitting(run, anchor, rows);
            order.Sort(run, anchor, start);
            WritePage(run, anchor, new StackRows(run.Rows, start, run.Rows.Count - start), isFiltered: true);
        }

        run.Rows.CutTo(start);
    }

    /// <summary>Writes a page of the rows on the stack from an index on, which are neither filtered nor sorted.</summary>
    /// <param name="total">How many rows there are in all; null where they are all on the stack.</param>
    public void WriteSorted(Execution run, Node? anchor, int start, int? total = null)
    {
        var count = run.Rows.Count - start;
        var fitting = run.Rows.Count;
        PushFitting(run, anchor, new StackRows(run.Rows, start, count));
        order.Sort(run, anchor, fitting);
        WritePage(run, anchor, new StackRows(run.Rows, fitting, run.Rows.Count - fitting), isFiltered: true, total);
    }

    /// <summary>Writes a page of a list that stands in the connection's order.</summary>
    public void WritePage<TList>(Execution run, Node? anchor, TList rows, bool isFiltered, int? total = null)
        where TList : struct, IRowList
    {
        var pager = new Pager<TList>(run, anchor, rows, this, isFiltered);
        shape.Write(run, pager.Find(page, order, wants, total));
    }

    /// <summary>True where a row fits the connection's filters.</summary>
    public bool Fits<TList>(Execution run, Node? anchor, in TList rows, Row row)
        where TList : struct, IRowList
    {
        run.Tick();
        return (rows.IsExact || rows.Counts(run, row))
            && (nodeTest is null || nodeTest.Holds(run, new NodeRow(run.Graph.Node(row.Node))))
            && (edgeTest is null || edgeTest.Holds(run, EdgeRow.Of(run, anchor, row)));
    }

    private void PushFitting<TList>(Execution run, Node? anchor, TList rows)
        where TList : struct, IRowList
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (Fits(run, anchor, rows, row))
            {
                run.Rows.Push(row);
            }
        }
    }
}
