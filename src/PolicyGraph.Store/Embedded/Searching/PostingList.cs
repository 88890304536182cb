namespace PolicyGraph.Store.Embedded.Searching;

/// <summary>Numbers in rising order, each once; grows while others read.</summary>
internal sealed class PostingList
{
    private volatile int[] _items = new int[1];
    private volatile int _count;

    /// <summary>What it held when asked; the count is read first, so that the array holds at least that many.</summary>
    public ArraySegment<int> Items
    {
        get
        {
            var length = _count;
            return new(_items, 0, length);
        }
    }

    public void Add(int item)
    {
        if (_count > 0 && _items[_count - 1] == item)
        {
            return;
        }

        if (_count == _items.Length)
        {
            var grown = new int[_count * 2];
            _items.CopyTo(grown, 0);
            _items = grown;
        }

        _items[_count] = item;
        _count++;
    }
}
