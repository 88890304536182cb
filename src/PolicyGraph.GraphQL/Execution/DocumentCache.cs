using System.Collections.Concurrent;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>
/// Documents by the bytes of their text, so that a known one is found without decoding it. Bounded by count and by bytes: past either,
/// those not asked for since the last clearing go, and all of them if that is not enough. Safe for several threads.
/// </summary>
internal sealed class DocumentCache(int maxDocuments, long maxBytes)
{
    private readonly ConcurrentDictionary<Key, Entry> _entries = new(new KeyComparer());
    private readonly Lock _clearing = new();
    private long _bytes;

    /// <summary>Documents kept.</summary>
    public int Count => _entries.Count;

    /// <summary>The document of this text, or null.</summary>
    /// <param name="text">As it came.</param>
    /// <param name="isEscaped">Whether it is the inside of a JSON string; the same document may be kept once for each form.</param>
    public PreparedDocument? Find(ReadOnlyMemory<byte> text, bool isEscaped)
    {
        if (!_entries.TryGetValue(new Key(text, isEscaped), out var entry))
        {
            return null;
        }

        entry.IsUsed = true;
        return entry.Document;
    }

    /// <summary>Keeps a document.</summary>
    /// <param name="text">Not copied: must stay as it is.</param>
    public void Add(ReadOnlyMemory<byte> text, bool isEscaped, PreparedDocument document)
    {
        if (text.Length > maxBytes / 2 || !_entries.TryAdd(new Key(text, isEscaped), new Entry(document)))
        {
            return;
        }

        if (Interlocked.Add(ref _bytes, text.Length) > maxBytes || _entries.Count > maxDocuments)
        {
            Clear();
        }
    }

    private void Clear()
    {
        lock (_clearing)
        {
            Remove(entry => !entry.IsUsed);
            if (Interlocked.Read(ref _bytes) > maxBytes / 2 || _entries.Count > maxDocuments / 2)
            {
                Remove(_ => true);
            }
        }
    }

    private void Remove(Func<Entry, bool> isDue)
    {
        foreach (var (key, entry) in _entries)
        {
            if (isDue(entry) && _entries.TryRemove(key, out _))
            {
                Interlocked.Add(ref _bytes, -key.Text.Length);
            }

            entry.IsUsed = false;
        }
    }

    private sealed class Entry(PreparedDocument document)
    {
        public PreparedDocument Document { get; } = document;

        public bool IsUsed { get; set; } = true;
    }

    private readonly record struct Key(ReadOnlyMemory<byte> Text, bool IsEscaped);

    private sealed class KeyComparer : IEqualityComparer<Key>
    {
        public bool Equals(Key x, Key y) => x.IsEscaped == y.IsEscaped && x.Text.Span.SequenceEqual(y.Text.Span);

        public int GetHashCode(Key obj)
        {
            var hash = default(HashCode);
            hash.AddBytes(obj.Text.Span);
            return hash.ToHashCode();
        }
    }
}
