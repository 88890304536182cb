using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>
/// Best score first, then most papers, then by id. A text of one character finds very many, so score and papers are sorted as one whole
/// number.
/// </summary>
internal sealed class SearchOrder() : KeyedOrder(Cursor.OfSearch, [Score, Papers])
{
    private const int PapersBits = 32;

    private static SortKeyReader Score { get; } =
        new(descending: true, static (run, _, row) => new SortKey(null, run.Hits[row.Node].Score));

    private static SortKeyReader Papers { get; } =
        new(descending: true, static (run, _, row) => new SortKey(null, run.Graph.Node(row.Node).Support.Count));

    public override void Sort(Execution run, Node? anchor, int start)
    {
        var rows = run.Rows.From(start);
        var keys = new long[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            run.Tick();
            keys[i] = -(((long)run.Hits[rows[i].Node].Score << PapersBits) | (uint)run.Graph.Node(rows[i].Node).Support.Count);
        }

        keys.AsSpan().Sort(rows);
        for (var from = 0; from < keys.Length; )
        {
            var to = from + 1;
            while (to < keys.Length && keys[to] == keys[from])
            {
                to++;
            }

            rows[from..to].Sort((left, right) => CompareRows(run, left, right));
            from = to;
        }
    }
}
