using System.Collections;
using System.Diagnostics.CodeAnalysis;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction;

/// <summary>
/// What a mention, an entity or a relation tells beside its name: one or two values as a rule, so that they stand side by side, in the
/// order of their names by code unit, and are sought one after the other.
/// </summary>
public sealed class PropertyList : IReadOnlyDictionary<string, PropertyValue>
{
    private const int Usual = 2;

    private KeyValuePair<string, PropertyValue>[] _rows = [];

    public int Count { get; private set; }

    public IEnumerable<string> Keys => this.Select(row => row.Key);

    public IEnumerable<PropertyValue> Values => this.Select(row => row.Value);

    /// <exception cref="KeyNotFoundException">It is read, and there is none of that name.</exception>
    public PropertyValue this[string key]
    {
        get => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no property {key}.");
        set
        {
            if (!TryAdd(key, value))
            {
                _rows[Place(key)] = new(key, value);
            }
        }
    }

    /// <summary>False, and nothing is changed, where there is one of that name.</summary>
    public bool TryAdd(string key, PropertyValue value)
    {
        var place = Place(key);
        if (IsAt(place, key))
        {
            return false;
        }

        if (Count == _rows.Length)
        {
            Array.Resize(ref _rows, Math.Max(Usual, Count * 2));
        }

        Array.Copy(_rows, place, _rows, place + 1, Count - place);
        _rows[place] = new(key, value);
        Count++;
        return true;
    }

    public bool ContainsKey(string key) => IsAt(Place(key), key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out PropertyValue value)
    {
        var place = Place(key);
        var found = IsAt(place, key);
        value = found ? _rows[place].Value : default;
        return found;
    }

    public IEnumerator<KeyValuePair<string, PropertyValue>> GetEnumerator() => _rows.Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Adds those of <paramref name="others"/> whose names are not among these.</summary>
    public void Fill(PropertyList others)
    {
        foreach (var (key, value) in others._rows.AsSpan(0, others.Count))
        {
            TryAdd(key, value);
        }
    }

    private bool IsAt(int place, string key) => place < Count && _rows[place].Key == key;

    /// <summary>Where a name stands, or would.</summary>
    private int Place(string key)
    {
        var place = 0;
        while (place < Count && string.CompareOrdinal(_rows[place].Key, key) < 0)
        {
            place++;
        }

        return place;
    }
}
