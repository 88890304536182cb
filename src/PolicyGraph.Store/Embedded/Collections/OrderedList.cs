using System.Diagnostics.CodeAnalysis;

namespace PolicyGraph.Store.Embedded.Collections;

/// <summary>
/// A sorted list that never changes: <see cref="Apply{TComparer}"/> makes another that shares what it did not touch. A single element lies
/// here itself, since most lists of a graph have but one; one array while small, blocks of at most <see cref="BlockSize"/> beyond, so that
/// a change in a list of n costs about √n and not n.
/// </summary>
internal readonly struct OrderedList<T>
{
    public const int BlockSize = 1024;

    /// <summary>What a new block holds, so that it has room to grow.</summary>
    public const int FreshSize = BlockSize * 3 / 4;

    /// <summary>Stands in the place of the elements where there is one.</summary>
    private static readonly object One = new();

    private readonly object? _items;
    private readonly T _single;

    private OrderedList(object? items)
    {
        _items = items is T[] { Length: 1 } ? One : items;
        _single = items is T[] { Length: 1 } array ? array[0] : default!; // Not looked at where there are more.
    }

    /// <summary>A list of one element.</summary>
    public OrderedList(T single)
    {
        _items = One;
        _single = single;
    }

    /// <summary>A list of elements that are sorted already; the array becomes the list's.</summary>
    public static OrderedList<T> OfSorted(T[] items) =>
        new(
            items.Length == 0 ? null
            : items.Length <= BlockSize ? items
            : new OrderedBlocks<T>([.. items.Chunk(FreshSize)])
        );

    public int Count =>
        _items switch
        {
            null => 0,
            T[] array => array.Length,
            _ => ReferenceEquals(_items, One) ? 1 : Blocks.Count,
        };

    /// <summary>How many runs of memory the list lies in.</summary>
    public int BlockCount =>
        _items switch
        {
            null => 0,
            OrderedBlocks<T> blocks => blocks.Items.Length,
            _ => 1,
        };

    private OrderedBlocks<T> Blocks => (OrderedBlocks<T>)_items!; // Only called where it is nothing else.

    public T this[int index]
    {
        get
        {
            if (_items is T[] array)
            {
                return array[index];
            }

            if (ReferenceEquals(_items, One))
            {
                return index == 0 ? _single : throw new ArgumentOutOfRangeException(nameof(index), index, "The list has one element.");
            }

            var block = Blocks.BlockOf(index);
            return Blocks.Items[block][index - Blocks.Starts[block]];
        }
    }

    [UnscopedRef]
    public ReadOnlySpan<T> Block(int index) =>
        _items is T[] array ? array
        : ReferenceEquals(_items, One) ? new ReadOnlySpan<T>(in _single)
        : Blocks.Items[index];

    /// <summary>The run of memory that <paramref name="index"/> lies in, from there to its end.</summary>
    [UnscopedRef]
    public ReadOnlySpan<T> From(int index)
    {
        if (_items is OrderedBlocks<T> blocks)
        {
            var block = blocks.BlockOf(index);
            return blocks.Items[block].AsSpan(index - blocks.Starts[block]);
        }

        return Block(0)[index..];
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
        return new OrderedList<T>(
            _items is OrderedBlocks<T> blocks ? merger.Merge(blocks.Items, changes) : merger.Merge(BlockCount == 0 ? [] : Block(0), changes)
        );
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
