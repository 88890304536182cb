namespace PolicyGraph.Extraction.Text;

/// <summary>
/// Finds names that only one paper gives wherever they stand in it. Cheap to make, which a matcher over all tables is not; time is linear
/// in the text, for at each position only the few lengths are tried that names with its first character have.
/// </summary>
internal sealed class NameSearch
{
    private readonly Dictionary<char, List<int>> _lengths = [];
    private readonly CharacterSketch _first = new();
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _names;

    /// <param name="names">None empty.</param>
    public NameSearch(IEnumerable<string> names)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!all.Add(name))
            {
                continue;
            }

            if (!_lengths.TryGetValue(name[0], out var lengths))
            {
                _lengths.Add(name[0], lengths = new(1));
                _first.Add(name[0]);
            }

            // The longest first.
            var place = 0;
            while (place < lengths.Count && lengths[place] > name.Length)
            {
                place++;
            }

            if (place == lengths.Count || lengths[place] < name.Length)
            {
                lengths.Insert(place, name.Length);
            }
        }

        _names = all.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>
    /// The first position from <paramref name="position"/> on at which a name may start; the text's length where none can.
    /// </summary>
    public int NextStart(ReadOnlySpan<char> text, int position) => _lengths.Count == 0 ? text.Length : _first.Next(text, position);

    /// <summary>The length of the longest name at a position that is shorter than <paramref name="below"/>; 0 where none is.</summary>
    public int LengthAt(ReadOnlySpan<char> text, int position, int below = int.MaxValue)
    {
        if (_lengths.TryGetValue(text[position], out var lengths))
        {
            foreach (var length in lengths)
            {
                if (length < below && position + length <= text.Length && _names.Contains(text.Slice(position, length)))
                {
                    return length;
                }
            }
        }

        return 0;
    }
}
