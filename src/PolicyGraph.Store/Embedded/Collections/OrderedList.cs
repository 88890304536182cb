namespace PolicyGraph.Store.Embedded.Collections;

/// <summary>
/// A sorted list that never changes: <see cref="Apply{TComparer}"/> makes another that shares what it did not touch. One array while small, blocks of at
/// most <see cref="BlockSize"/> beyond, so that a change in a list of n costs about √n and not n. One word wide: most lists of a graph have one element.
/// </summary>
internal readonly struct OrderedList<T>
{
    public const int BlockSize = 1024;

    private readonly object? items;

    private OrderedList(object? items) => this.items = items;

    public int Count => items switch
    {
        null => 0,
        T[] array => array.Length,
        _ => Blocks.Count,
    };

    /// <summary>How many runs of memory the list lies in.</summary>
    public int BlockCount => items switch
    {
        null => 0,
        T[] => 1,
        _ => Blocks.Items.Length,
    };

    private OrderedBlocks<T> Blocks => (OrderedBlocks<T>)items!; // Only called where it is neither null nor an array.

    public T this[int index]
    {
        get
        {
            if (items is T[] array)
            {
                return array[index];
            }

            var block = Blocks.BlockOf(index);
            return Blocks.Items[block][index - Blocks.Starts[block]];
        }
    }

    public ReadOnlySpan<T> Block(int index) => items is T[] array ? array : Blocks.Items[index];

    /// <summary>The run of memory that <paramref name="index"/> lies in, from there to its end.</summary>
    public ReadOnlySpan<T> From(int index)
    {
        if (items is T[] array)
        {
            return array.AsSpan(index);
        }

        var block = Blocks.BlockOf(index);
        return Blocks.Items[block].AsSpan(index - Blocks.Starts[block]);
    }

    /// <summary>How many elements are before <paramref name="probe"/>'s place: those for which it says that they are less.</summary>
    public int LowerBound<TProbe>(TProbe probe)
        where TProbe : struct, IProbe<T>, allows ref struct
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            if (probe.IsAfter(this[middle]))
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

    /// <summary>The list with changes made: an element that compares equal to one of the list replaces it, or takes it away.</summary>
    /// <param name="changes">Sorted by <paramref name="comparer"/>, each place once.</param>
    public OrderedList<T> Apply<TComparer>(ReadOnlySpan<Change<T>> changes, TComparer comparer)
        where TComparer : IComparer<T>
    {
        if (changes.IsEmpty)
        {
            return this;
        }

        var merger = new OrderedMerge<T, TComparer>(comparer);
        return new OrderedList<T>(items is OrderedBlocks<T> blocks ? merger.Merge(blocks.Items, changes) : merger.Merge(items as T[] ?? [], changes));
    }
}

/// <summary>An element to put into a list, or to take out.</summary>
internal readonly record struct Change<T>(T Item, bool Remove);

/// <summary>A place in an order.</summary>
internal interface IProbe<in T>
{
    /// <summary>True where the place is after <paramref name="item"/>.</summary>
    bool IsAfter(T item);
}
