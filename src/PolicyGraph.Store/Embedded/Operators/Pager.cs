using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>
/// Finds the rows of a page in a list that stands in the connection's order (Relay, “Pagination algorithm”), and puts them on the stack.
/// </summary>
/// <param name="isFiltered">True where every row of the list fits.</param>
internal readonly ref struct Pager<TList>(Execution run, Node? anchor, TList rows, ConnectionWriter connection, bool isFiltered)
    where TList : struct, IRowList
{
    private readonly TList _rows = rows;

    /// <param name="known">How many rows there are in all, where that is known already.</param>
    public PageRow Find(Page page, RowOrder order, ConnectionWants wants, int? known)
    {
        var (low, high) = Bounds(page, order);
        var first = run.Parameters.Integer(page.First);
        var last = run.Parameters.Integer(page.Last);
        var start = run.Rows.Count;
        var (from, to) = first is null && last is { } count ? Backward(low, high, count) : Forward(low, high, first ?? int.MaxValue);
        var dropped = first is null || last is null ? 0 : DropFirst(start, last.Value);
        var pageEnd = run.Rows.Count;
        var hasNext = wants.Info(PageInfoKind.HasNextPage, run) && AnyFits(to, _rows.Count);
        var hasPrevious = wants.Info(PageInfoKind.HasPreviousPage, run) && (dropped > 0 || AnyFits(0, from));
        var total = wants.Total(run) ? known ?? Count() : -1;
        if (wants.Groups(run))
        {
            Forward(0, _rows.Count, int.MaxValue);
        }

        return new PageRow(anchor, start, pageEnd - start, hasNext, hasPrevious, total, pageEnd);
    }

    private (int Low, int High) Bounds(Page page, RowOrder order)
    {
        var low = run.Parameters.Text(page.After) is { } after ? CountBefore(order, order.Parse(after), andThere: true) : 0;
        var high = run.Parameters.Text(page.Before) is { } before ? CountBefore(order, order.Parse(before), andThere: false) : _rows.Count;
        return (low, Math.Max(low, high));
    }

    private int CountBefore(RowOrder order, Cursor place, bool andThere)
    {
        var (low, high) = (0, _rows.Count);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            var compared = order.Compare(run, anchor, _rows[middle], place);
            if (compared < 0 || (andThere && compared == 0))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Puts up to <paramref name="wanted"/> rows on the stack; where they begin and end in the list.</summary>
    private (int From, int To) Forward(int low, int high, long wanted)
    {
        var at = low;
        for (; at < high && wanted > 0; at++)
        {
            var row = _rows[at];
            if (isFiltered || connection.Fits(run, anchor, _rows, row))
            {
                run.Rows.Push(row);
                wanted--;
            }
        }

        return (low, at);
    }

    private (int From, int To) Backward(int low, int high, long wanted)
    {
        var start = run.Rows.Count;
        var at = high;
        for (; at > low && wanted > 0; at--)
        {
            var row = _rows[at - 1];
            if (isFiltered || connection.Fits(run, anchor, _rows, row))
            {
                run.Rows.Push(row);
                wanted--;
            }
        }

        run.Rows.From(start).Reverse();
        return (at, high);
    }

    private int DropFirst(int start, long kept)
    {
        var all = run.Rows.From(start);
        var dropped = (int)Math.Max(0, all.Length - kept);
        all[dropped..].CopyTo(all);
        run.Rows.CutTo(start + all.Length - dropped);
        return dropped;
    }

    private bool AnyFits(int from, int to)
    {
        if (isFiltered)
        {
            return from < to;
        }

        for (var i = from; i < to; i++)
        {
            if (connection.Fits(run, anchor, _rows, _rows[i]))
            {
                return true;
            }
        }

        return false;
    }

    private int Count()
    {
        if (isFiltered)
        {
            return _rows.Count;
        }

        var count = 0;
        for (var i = 0; i < _rows.Count; i++)
        {
            count += connection.Fits(run, anchor, _rows, _rows[i]) ? 1 : 0;
        }

        return count;
    }
}
