namespace PolicyGraph.Store.Embedded.Collections;

/// <summary>
/// A table that only grows, written by one thread and read by any: an entry is safe to read by whoever got its index from a published
/// version of the graph.
/// </summary>
internal sealed class AppendTable<T>
{
    private const int Shift = 12;
    private const int BlockSize = 1 << Shift;

    private volatile T[][] _blocks = [];

    public int Count { get; private set; }

    public T this[int index] => _blocks[index >> Shift][index & (BlockSize - 1)];

    /// <summary>Adds an entry; its index.</summary>
    public int Add(T item)
    {
        if (Count >> Shift == _blocks.Length)
        {
            _blocks = [.. _blocks, new T[BlockSize]];
        }

        _blocks[Count >> Shift][Count & (BlockSize - 1)] = item;
        return Count++;
    }
}
