using System.Buffers;

namespace PolicyGraph.Extraction.Gazetteers;

/// <summary>
/// A list in memory that is lent from paper to paper: it is given back by <see cref="Release"/>, after which nothing may be asked, or left
/// to the collector. Not safe for several threads.
/// </summary>
/// <param name="capacity">How many items are expected; more make it grow.</param>
internal sealed class LentList<T>(int capacity)
    where T : struct
{
    private T[] _items = ArrayPool<T>.Shared.Rent(capacity);

    public int Count { get; private set; }

    /// <summary>Its memory, longer than the list; another once the list has grown.</summary>
    public T[] Items => _items;

    public ReadOnlySpan<T> Span => _items.AsSpan(0, Count);

    public T this[int index]
    {
        get => _items[index];
        set => _items[index] = value;
    }

    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            Grow();
        }

        _items[Count++] = item;
    }

    /// <summary>Turns the order of the items from <paramref name="first"/> on round.</summary>
    public void ReverseFrom(int first) => _items.AsSpan(first, Count - first).Reverse();

    /// <summary>Drops the items from <paramref name="count"/> on.</summary>
    public void CutTo(int count) => Count = count;

    public void Release()
    {
        ArrayPool<T>.Shared.Return(_items);
        (_items, Count) = ([], 0);
    }

    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(Count * 2 + 1);
        Span.CopyTo(larger);
        ArrayPool<T>.Shared.Return(_items);
        _items = larger;
    }
}
