namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>The page's nodes.</summary>
internal sealed class PageNodesWriter(ShapeWriter<NodeRow> shape) : Operator<PageRow>
{
    /// <summary>So many nodes fit the processor's nearest cache with what is written of them.</summary>
    private const int FetchedAtOnce = 16;

    public override void Write(Execution run, in PageRow row)
    {
        var output = run.Out;
        var graph = run.Graph;
        output.Write((byte)'[');
        for (var i = 0; i < row.Count; i++)
        {
            if (i % FetchedAtOnce == 0)
            {
                run.Fetched = shape.Fetch(run, run.Rows.From(row.Start).Slice(i, Math.Min(FetchedAtOnce, row.Count - i)));
            }

            if (i > 0)
            {
                output.Write((byte)',');
            }

            shape.Write(run, new NodeRow(graph.Node(run.Rows[row.Start + i].Node)));
        }

        output.Write((byte)']');
    }
}

/// <summary>The page's rows with what belongs to each.</summary>
internal sealed class PageEdgesWriter(ShapeWriter<ListRow> shape) : Operator<PageRow>
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

            shape.Write(run, new ListRow(row.Anchor, run.Rows[row.Start + i]));
        }

        run.Out.Write((byte)']');
    }
}

/// <summary>How many rows the list has.</summary>
internal sealed class PageTotalWriter : Operator<PageRow>
{
    public override void Write(Execution run, in PageRow row) => run.Out.Write((long)row.Total);
}

/// <summary>Whether the list goes on beyond the page.</summary>
internal sealed class PageFlagWriter(bool next) : Operator<PageRow>
{
    public override void Write(Execution run, in PageRow row) => run.Out.Write(next ? row.HasNext : row.HasPrevious);
}

/// <summary>The cursor of the page's first or last row; null where it has none.</summary>
internal sealed class PageCursorWriter(RowOrder order, bool first) : Operator<PageRow>
{
    public override void Write(Execution run, in PageRow row)
    {
        if (row.Count == 0)
        {
            run.Out.WriteNull();
            return;
        }

        run.Out.WriteText(order.CursorOf(run, row.Anchor, run.Rows[first ? row.Start : row.Start + row.Count - 1]));
    }
}

internal sealed class RowCursorWriter(RowOrder order) : Operator<ListRow>
{
    public override void Write(Execution run, in ListRow row) => run.Out.WriteText(order.CursorOf(run, row.Anchor, row.Row));
}

internal sealed class RowNodeWriter(ShapeWriter<NodeRow> shape) : Operator<ListRow>
{
    public override void Write(Execution run, in ListRow row) => shape.Write(run, new NodeRow(run.Graph.Node(row.Row.Node)));
}

/// <summary>One field of the row's edge.</summary>
internal sealed class RowEdgeWriter(Operator<EdgeRow> field) : Operator<ListRow>
{
    public override void Write(Execution run, in ListRow row) => field.Write(run, EdgeRow.Of(run, row.Anchor, row.Row));
}
