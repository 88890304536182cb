using PolicyGraph.Store.Embedded.Collections;

namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>
/// What several papers say of one thing, as one: for each property the value that most of them give, of equally many the ordinally smallest
/// text.
/// </summary>
internal static class Merging
{
    public static Value?[] Values(OrderedList<Contribution> support)
    {
        var first = support[0].Values;
        if (support.Count == 1)
        {
            return first;
        }

        var merged = new Value?[first.Length];
        var votes = new Dictionary<Value, int>();
        for (var property = 0; property < merged.Length; property++)
        {
            if (IsUnanimous(support, property))
            {
                merged[property] = first[property];
                continue;
            }

            votes.Clear();
            Count(support, property, votes);
            merged[property] = Winner(votes);
        }

        return merged;
    }

    /// <summary>A node's values, with what is no paper's word alone: aliases are the union over papers, sources are the store's.</summary>
    public static Value?[] NodeValues(NodeHead head, OrderedList<Contribution> support, DocumentEntry? document)
    {
        var values = Values(support);
        if (head.Kind.Aliases >= 0)
        {
            values = (Value?[])values.Clone();
            values[head.Kind.Aliases] = Value.OfList(Aliases(support));
        }

        if (document is not null && head.Kind.Sources >= 0)
        {
            values = (Value?[])values.Clone();
            values[head.Kind.Sources] = Value.OfList(document.Sources);
            values[head.Kind.Source] = document.Sources.Count == 0 ? null : Value.OfText(document.Sources[0]);
        }

        return values;
    }

    /// <summary>True where every paper gives the very same value, as nearly all do whose texts are shared, or none gives any.</summary>
    private static bool IsUnanimous(OrderedList<Contribution> support, int property)
    {
        var first = support[0].Values[property];
        for (var block = 0; block < support.BlockCount; block++)
        {
            foreach (var contribution in support.Block(block))
            {
                if (!ReferenceEquals(contribution.Values[property], first))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static void Count(OrderedList<Contribution> support, int property, Dictionary<Value, int> votes)
    {
        for (var block = 0; block < support.BlockCount; block++)
        {
            foreach (var contribution in support.Block(block))
            {
                if (contribution.Values[property] is { } value)
                {
                    votes[value] = votes.GetValueOrDefault(value) + 1;
                }
            }
        }
    }

    private static Value Winner(Dictionary<Value, int> votes)
    {
        var (best, most) = (default(Value), 0);
        foreach (var (value, count) in votes)
        {
            if (count > most || (count == most && string.CompareOrdinal(value.ToString(), best?.ToString()) < 0))
            {
                (best, most) = (value, count);
            }
        }

        return best!; // Only asked where there are votes.
    }

    private static IReadOnlyList<string> Aliases(OrderedList<Contribution> support)
    {
        if (support.Count == 1 && support[0].Aliases.Count <= 1)
        {
            return support[0].Aliases;
        }

        var all = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < support.BlockCount; i++)
        {
            foreach (var contribution in support.Block(i))
            {
                all.UnionWith(contribution.Aliases);
            }
        }

        return [.. all];
    }
}
