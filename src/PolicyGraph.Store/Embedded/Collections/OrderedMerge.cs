namespace PolicyGraph.Store.Embedded.Collections;

/// <summary>
/// Merges sorted changes into the blocks of an <see cref="OrderedList{T}"/>; blocks that no change falls into are kept as they are.
/// </summary>
internal readonly ref struct OrderedMerge<T, TComparer>(TComparer comparer)
    where TComparer : IComparer<T>
{
    private readonly TComparer _comparer = comparer;

    /// <summary>The merged elements: null, an array, or <see cref="OrderedBlocks{T}"/>.</summary>
    public object? Merge(ReadOnlySpan<T> items, ReadOnlySpan<Change<T>> changes)
    {
        var merged = MergeBlock(items, changes);
        return merged.Length == 0 ? null
            : merged.Length <= OrderedList<T>.BlockSize ? merged
            : new OrderedBlocks<T>([.. Split(merged)]);
    }

    /// <inheritdoc cref="Merge(ReadOnlySpan{T}, ReadOnlySpan{Change{T}})"/>
    public object? Merge(T[][] blocks, ReadOnlySpan<Change<T>> changes)
    {
        var merged = new List<T[]>(blocks.Length + 1);
        for (var i = 0; i < blocks.Length; i++)
        {
            var mine = i == blocks.Length - 1 ? changes.Length : CountBefore(changes, blocks[i + 1][0]);
            if (mine == 0)
            {
                merged.Add(blocks[i]);
                continue;
            }

            var block = MergeBlock(blocks[i], changes[..mine]);
            changes = changes[mine..];
            if (block.Length > 0)
            {
                merged.AddRange(block.Length <= OrderedList<T>.BlockSize ? [block] : Split(block));
            }
        }

        return merged.Count switch
        {
            0 => null,
            1 => merged[0],
            _ => new OrderedBlocks<T>([.. merged]),
        };
    }

    private static IEnumerable<T[]> Split(T[] items) => items.Chunk(OrderedList<T>.FreshSize);

    private int CountBefore(ReadOnlySpan<Change<T>> changes, T next)
    {
        var (low, high) = (0, changes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_comparer.Compare(changes[middle].Item, next) < 0)
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

    private T[] MergeBlock(ReadOnlySpan<T> items, ReadOnlySpan<Change<T>> changes)
    {
        var merged = new T[items.Length + changes.Length];
        var (from, count) = (0, 0);
        foreach (var change in changes)
        {
            var place = FirstNotBefore(items, from, change.Item);
            items[from..place].CopyTo(merged.AsSpan(count));
            count += place - from;
            from = place < items.Length && _comparer.Compare(items[place], change.Item) == 0 ? place + 1 : place;
            if (!change.Remove)
            {
                merged[count++] = change.Item;
            }
        }

        var rest = items[from..];
        rest.CopyTo(merged.AsSpan(count));
        Array.Resize(ref merged, count + rest.Length);
        return merged;
    }

    /// <summary>By halves: a batch changes few of a block's elements, and comparing is what costs.</summary>
    private int FirstNotBefore(ReadOnlySpan<T> items, int low, T item)
    {
        var high = items.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_comparer.Compare(items[middle], item) < 0)
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
}
