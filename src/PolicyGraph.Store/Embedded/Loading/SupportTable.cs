using PolicyGraph.Store.Embedded.Collections;
using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Loading;

/// <summary>What papers say of each of many nodes or edges, by dense index. Most are spoken of by one paper.</summary>
internal sealed class SupportTable
{
    private readonly Dictionary<int, List<Contribution>> _more = [];
    private Contribution?[] _first = new Contribution?[1024];

    /// <summary>Adds what the next paper says; papers come in the order of their ids.</summary>
    public void Add(int index, Contribution said)
    {
        if (index >= _first.Length)
        {
            Array.Resize(ref _first, Math.Max(index + 1, _first.Length * 2));
        }

        if (_first[index] is not { } before)
        {
            _first[index] = said;
        }
        else if (_more.TryGetValue(index, out var known))
        {
            known.Add(said);
        }
        else
        {
            _more.Add(index, [before, said]);
        }
    }

    /// <summary>What was said of one of them; at least one paper spoke of it.</summary>
    public OrderedList<Contribution> Of(int index) =>
        _more.TryGetValue(index, out var all)
            ? OrderedList<Contribution>.OfSorted([.. all])
            : new OrderedList<Contribution>(_first[index]!); // Somebody spoke of it.
}
