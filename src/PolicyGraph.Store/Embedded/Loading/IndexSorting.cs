using PolicyGraph.Store.Embedded.Collections;
using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Loading;

/// <summary>
/// Sorts the nodes of a label by one property. Values are told apart and sorted, the nodes then dealt out among them in the order of their
/// ids: each node and its value are looked at once, in the order in which they lie in memory, since waiting for memory is what costs.
/// </summary>
/// <param name="nodes">Of one label, in the order in which they were made.</param>
/// <param name="byId">The same nodes by their ids.</param>
internal sealed class IndexSorting(Node[] nodes, NodePlace[] byId)
{
    public OrderedList<IndexEntry> Sort(int property)
    {
        var values = new List<Value>();
        var numbers = Number(property, values);
        var ranks = Ranks(values);
        var buckets = new Buckets(values.Count + 1);
        foreach (var number in numbers)
        {
            buckets.Count(ranks[number]);
        }

        var sorted = new IndexEntry[nodes.Length];
        foreach (var (place, id, index) in byId)
        {
            var number = numbers[place];
            sorted[buckets.Next(ranks[number])] = new IndexEntry(number == values.Count ? null : values[number], id, index);
        }

        return OrderedList<IndexEntry>.OfSorted(sorted);
    }

    /// <summary>Which of <paramref name="values"/> each node has; one more than the last for none.</summary>
    private int[] Number(int property, List<Value> values)
    {
        var known = new Dictionary<Value, int>(ReferenceEqualityComparer.Instance);
        var numbers = new int[nodes.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            var value = nodes[i].Values[property];
            if (value is null)
            {
                numbers[i] = -1;
            }
            else if (value.Kind == ValueKind.Number || !known.TryGetValue(value, out numbers[i]))
            {
                // Numbers are seldom shared, so they are not looked up.
                numbers[i] = values.Count;
                values.Add(value);
                if (value.Kind != ValueKind.Number)
                {
                    known.Add(value, numbers[i]);
                }
            }
        }

        foreach (ref var number in numbers.AsSpan())
        {
            number = number < 0 ? values.Count : number;
        }

        return numbers;
    }

    /// <summary>The place of each value among all, equal ones having the same; none comes last.</summary>
    private static int[] Ranks(List<Value> values)
    {
        var order = Enumerable.Range(0, values.Count).ToArray();
        if (values is [{ Kind: ValueKind.Number }, ..])
        {
            // The values of one property are of one kind; numbers side by side are compared without going to each value.
            Array.Sort(Array.ConvertAll(values.ToArray(), value => value.Number), order);
        }
        else
        {
            Array.Sort(values.ToArray(), order);
        }

        var ranks = new int[values.Count + 1];
        for (var i = 1; i < order.Length; i++)
        {
            ranks[order[i]] = ranks[order[i - 1]] + (values[order[i]].CompareTo(values[order[i - 1]]) != 0 ? 1 : 0);
        }

        ranks[values.Count] = values.Count;
        return ranks;
    }
}
