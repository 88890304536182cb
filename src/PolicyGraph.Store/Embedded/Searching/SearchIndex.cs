using System.Collections.Concurrent;
using PolicyGraph.Store.Embedded.Collections;
using PolicyGraph.Store.Searching;

namespace PolicyGraph.Store.Embedded.Searching;

/// <summary>
/// From characters and pairs of characters to the texts that hold them. Like the name index it only grows and is a superset over all versions; whoever finds a
/// text here holds it against the version that it reads. One thread adds, any number read without waiting.
/// </summary>
internal sealed class SearchIndex(ITextFolding folding)
{
    private readonly ConcurrentDictionary<int, PostingList> postings = new(concurrencyLevel: 1, capacity: 4096);
    private readonly ConcurrentDictionary<int, PostingList> beginnings = new(concurrencyLevel: 1, capacity: 1024);

    public AppendTable<SearchText> Texts { get; } = new();

    public SearchedText Wanted(string? text) => SearchedText.Of(text, folding);

    /// <summary>Adds a text that a node has newly.</summary>
    public void Add(int node, SearchField field, string text)
    {
        Add(new SearchText(node, field, text, SearchedText.Fold(text, folding)));
        if (field is SearchField.Name or SearchField.Alias && folding.Initials(text) is { Length: > 1 } initials)
        {
            Add(beginnings, Key(initials[0], initials[1]), Texts.Add(new SearchText(node, SearchField.Initials, text, initials)));
        }
    }

    /// <summary>The texts that hold a pair of characters (or, with 0 for the second, one character); in the order in which they came.</summary>
    public ReadOnlySpan<int> With(char first, char second) => postings.TryGetValue(Key(first, second), out var list) ? list.Items : [];

    /// <summary>The texts whose initials begin with two letters; in the order in which they came.</summary>
    public ReadOnlySpan<int> WithInitials(char first, char second) => beginnings.TryGetValue(Key(first, second), out var list) ? list.Items : [];

    private static int Key(char first, char second) => (first << 16) | second;

    private void Add(SearchText text)
    {
        var index = Texts.Add(text);
        for (var i = 0; i < text.Folded.Length; i++)
        {
            Add(postings, Key(text.Folded[i], '\0'), index);
            if (i > 0)
            {
                Add(postings, Key(text.Folded[i - 1], text.Folded[i]), index);
            }
        }
    }

    private static void Add(ConcurrentDictionary<int, PostingList> lists, int key, int index)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = new PostingList();
        }

        list.Add(index);
    }
}

/// <summary>A text that can be found.</summary>
/// <param name="Folded">As long as the text, so that places in one are places in the other; of initials the initials.</param>
internal sealed record SearchText(int Node, SearchField Field, string Text, string Folded);

/// <summary>Numbers in rising order, each once; grows while others read.</summary>
internal sealed class PostingList
{
    private volatile int[] items = new int[2];
    private volatile int count;

    /// <summary>What it held when asked; the count is read first, so that the array holds at least that many.</summary>
    public ReadOnlySpan<int> Items
    {
        get
        {
            var length = count;
            return items.AsSpan(0, length);
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
