namespace PolicyGraph.Store.Embedded.Searching;

/// <summary>Numbers in rising order, each once; grows while others read.</summary>
internal sealed class PostingList
{
    private volatile int[] items = new int[1];
    private volatile int count;

    /// <summary>What it held when asked; the count is read first, so that the array holds at least that many.</summary>
    public ArraySegment<int> Items
    {
        get
        {
            var length = count;
            return new(items, 0, length);
        }
    }

    public void Add(int item)
    {
        if (count > 0 && items[count - 1] == item)
        {
            return;
        }

        if (count == items.Length)
        {
            var grown = new int[count * 2];
            items.CopyTo(grown, 0);
            items = grown;
        }

        items[count] = item;
        count++;
    }
}
