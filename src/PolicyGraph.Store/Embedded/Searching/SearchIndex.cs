using System.Collections.Concurrent;
using PolicyGraph.Store.Embedded.Collections;
using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Searching;

namespace PolicyGraph.Store.Embedded.Searching;

/// <summary>
/// From characters and pairs of characters to the texts that hold them, begin or end with them, by <see cref="LengthClass"/>. Like the name
/// index it only grows and is a superset over all versions; whoever finds a text here holds it against the version that it reads. One
/// thread adds, any number read without waiting.
/// </summary>
internal sealed class SearchIndex(ITextFolding folding)
{
    private const int CharacterBits = 16;
    private const int PlaceBits = 2;
    private const int LengthBits = 8;

    private readonly ConcurrentDictionary<long, PostingList> _postings = new(concurrencyLevel: 1, capacity: 4096);
    private volatile int _longest;
    private volatile bool _hasLost;

    public ITextFolding Folding => folding;

    public AppendTable<SearchText> Texts { get; } = new();

    /// <summary>Whose each of <see cref="Texts"/> is, side by side: whoever counts texts need not go to each.</summary>
    public AppendTable<TextOwner> Owners { get; } = new();

    /// <summary>
    /// True once a node of any version had a text that it has no more; until then a version has all texts that were there when it was made.
    /// </summary>
    public bool HasLost => _hasLost;

    /// <summary>The greatest <see cref="LengthClass"/> of any text.</summary>
    public int Longest => _longest;

    public SearchedText Wanted(string? text) => SearchedText.Of(text, folding);

    /// <summary>Notes that a node has a text no more.</summary>
    public void Lose() => _hasLost = true;

    /// <summary>Adds a text that a node has newly.</summary>
    public void Add(NodeHead head, SearchField field, string text)
    {
        var node = head.Index;
        var folded = SearchedText.Fold(text, folding);
        Add(new SearchText(node, field, text, folded == text ? text : folded), head); // Most texts are folded already: one string then.
        if (field is SearchField.Name or SearchField.Alias && folding.Initials(text) is { Length: > 1 } initials)
        {
            Add(
                SearchPlace.Initials,
                initials[0],
                initials[1],
                initials.Length,
                Keep(new SearchText(node, SearchField.Initials, text, initials), head)
            );
        }
    }

    /// <summary>
    /// The texts of a class with a pair of characters (or, with NUL for the second, one character) there; in the order in which they came.
    /// </summary>
    public ArraySegment<int> With(SearchPlace place, char first, char second, int lengthClass) =>
        _postings.TryGetValue(Key(place, first, second, lengthClass), out var list) ? list.Items : ArraySegment<int>.Empty;

    /// <summary>
    /// The shortest list that has every text with the wanted one there. Of initials one letter says too little, and of several those in the
    /// middle of a name as well.
    /// </summary>
    public ArraySegment<int> Rarest(SearchPlace place, string wanted, int lengthClass)
    {
        if (place == SearchPlace.Initials)
        {
            return wanted.Length > 1 ? With(place, wanted[0], wanted[1], lengthClass) : ArraySegment<int>.Empty;
        }

        var at = place == SearchPlace.End ? Math.Max(0, wanted.Length - 2) : 0;
        var rarest = With(place, wanted[at], wanted.Length > 1 ? wanted[at + 1] : '\0', lengthClass);
        for (var i = 0; i + 1 < wanted.Length && rarest.Count > 0; i++)
        {
            var list = With(SearchPlace.Anywhere, wanted[i], wanted[i + 1], lengthClass);
            rarest = list.Count < rarest.Count ? list : rarest;
        }

        return rarest;
    }

    /// <summary>The texts of a class that have every pair of characters of the wanted one: nearly always those that hold it.</summary>
    public IEnumerable<int> All(string wanted, int lengthClass)
    {
        var rarest = Rarest(SearchPlace.Anywhere, wanted, lengthClass);
        if (wanted.Length <= 2 || rarest.Count == 0)
        {
            return rarest;
        }

        ArraySegment<int>[] lists =
        [
            .. Enumerable
                .Range(0, wanted.Length - 1)
                .Select(i => With(SearchPlace.Anywhere, wanted[i], wanted[i + 1], lengthClass))
                .OrderBy(list => list.Count),
        ];
        return Common(lists);
    }

    /// <summary>What all of some rising lists have, the shortest being the first.</summary>
    private static IEnumerable<int> Common(ArraySegment<int>[] lists)
    {
        var at = new int[lists.Length];
        foreach (var item in lists[0])
        {
            var isInAll = true;
            for (var i = 1; i < lists.Length && isInAll; i++)
            {
                while (at[i] < lists[i].Count && lists[i][at[i]] < item)
                {
                    at[i]++;
                }

                isInAll = at[i] < lists[i].Count && lists[i][at[i]] == item;
            }

            if (isInAll)
            {
                yield return item;
            }
        }
    }

    private static long Key(SearchPlace place, char first, char second, int lengthClass) =>
        ((((((long)first << CharacterBits) | second) << PlaceBits) | (long)place) << LengthBits) | (long)lengthClass;

    private int Keep(SearchText text, NodeHead head)
    {
        Owners.Add(new TextOwner(text.Node, head.Kind.Ordinal));
        return Texts.Add(text);
    }

    private void Add(SearchText text, NodeHead head)
    {
        var (index, folded) = (Keep(text, head), text.Folded);
        for (var i = 0; i < folded.Length; i++)
        {
            Add(SearchPlace.Anywhere, folded[i], '\0', folded.Length, index);
            if (i > 0)
            {
                Add(SearchPlace.Anywhere, folded[i - 1], folded[i], folded.Length, index);
            }
        }

        AddEdge(SearchPlace.Beginning, folded, 0, index);
        AddEdge(SearchPlace.End, folded, folded.Length - 1, index);
    }

    /// <summary>The first or last character, and the pair that it stands in.</summary>
    private void AddEdge(SearchPlace place, string folded, int at, int index)
    {
        if (folded.Length > 1)
        {
            var pair = Math.Min(at, folded.Length - 2);
            Add(place, folded[at], '\0', folded.Length, index);
            Add(place, folded[pair], folded[pair + 1], folded.Length, index);
        }
    }

    private void Add(SearchPlace place, char first, char second, int length, int index)
    {
        var lengthClass = LengthClass.Of(length);
        var key = Key(place, first, second, lengthClass);
        if (!_postings.TryGetValue(key, out var list))
        {
            _postings[key] = list = new PostingList();
        }

        list.Add(index);
        _longest = Math.Max(_longest, lengthClass);
    }
}

/// <summary>Whose a text is.</summary>
/// <param name="Kind">The <see cref="NodeKind.Ordinal"/> of its label.</param>
internal readonly record struct TextOwner(int Node, int Kind);

/// <summary>Where in a text a part stands.</summary>
internal enum SearchPlace
{
    Anywhere,
    Beginning,
    End,

    /// <summary>At the beginning of the initials.</summary>
    Initials,
}
