using PolicyGraph.Store.Embedded.Collections;
using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Loading;

/// <summary>What papers say of each of many nodes or edges, by dense index. Most are spoken of by one paper.</summary>
internal sealed class SupportTable
{
    private readonly Dictionary<int, List<Contribution>> more = [];
    private Contribution?[] first = new Contribution?[1024];

    /// <summary>Adds what the next paper says; papers come in the order of their ids.</summary>
    public void Add(int index, Contribution said)
    {
        if (index >= first.Length)
        {
            Array.Resize(ref first, Math.Max(index + 1, first.Length * 2));
        }

        if (first[index] is not { } before)
        {
            first[index] = said;
        }
        else if (more.TryGetValue(index, out var known))
        {
            known.Add(said);
        }
        else
        {
            more.Add(index, [before, said]);
        }
    }

    /// <summary>What was said of one of them; at least one paper spoke of it.</summary>
    public OrderedList<Contribution> Of(int index) =>
        more.TryGetValue(index, out var all) ? OrderedList<Contribution>.OfSorted([.. all]) : new OrderedList<Contribution>(first[index]!); // Somebody spoke of it.
}
