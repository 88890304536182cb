namespace PolicyGraph.Store.Embedded.Collections;

/// <summary>The blocks of a longer <see cref="OrderedList{T}"/>, none empty.</summary>
internal sealed class OrderedBlocks<T>
{
    public OrderedBlocks(T[][] items)
    {
        Items = items;
        Starts = new int[items.Length];
        foreach (var (index, block) in items.Index())
        {
            Starts[index] = Count;
            Count += block.Length;
        }
    }

    public T[][] Items { get; }

    /// <summary>The index of each block's first element.</summary>
    public int[] Starts { get; }

    public int Count { get; }

    /// <summary>The block that <paramref name="index"/> lies in.</summary>
    public int BlockOf(int index)
    {
        if ((uint)index >= (uint)Count)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, $"The list has {Count} elements.");
        }

        var found = Starts.AsSpan().BinarySearch(index);
        return found >= 0 ? found : ~found - 1;
    }
}
