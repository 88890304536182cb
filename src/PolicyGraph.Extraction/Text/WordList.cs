namespace PolicyGraph.Extraction.Text;

/// <summary>
/// Words with what is known of each, from a TSV file embedded in the assembly (a header row, then one record a line, the word first).
/// Finds the longest word that starts or ends at a position without making substrings. Immutable; one instance serves all threads.
/// </summary>
/// <typeparam name="T">What a record's columns become.</typeparam>
public sealed class WordList<T>
{
    private const char Any = '\uffff';

    private readonly CharacterSet _first;
    private readonly CharacterSet _last;
    private readonly Record[][] _byFirst;
    private readonly Record[][] _byLast;

    // Beside _byFirst and _byLast: the second characters of their words as 64 bits, which rule most positions out before a word is
    // compared.
    private readonly ulong[] _afterFirst;
    private readonly ulong[] _beforeLast;

    private WordList(List<(string Word, T Value)> records)
    {
        Words = [.. records.Select(record => record.Word)];
        FirstCharacters = [.. records.Select(record => record.Word[0]).Distinct()];
        _first = new(FirstCharacters);
        _last = new(records.Select(record => record.Word[^1]));
        _byFirst = Index(records, static word => word[0], static word => word[1]);
        _byLast = Index(records, static word => word[^1], static word => word[^2]);
        _afterFirst = [.. _byFirst.Select(Seconds)];
        _beforeLast = [.. _byLast.Select(Seconds)];
    }

    /// <summary>All words, in the order of the file.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <param name="resource">The file's name, for instance <c>units.tsv</c>.</param>
    /// <param name="read">A record's columns, the word among them, to its value.</param>
    /// <param name="keep">Which records to take; all where null.</param>
    /// <exception cref="InvalidDataException">The resource is missing, or a line has fewer columns than the header.</exception>
    public static WordList<T> Load(string resource, Func<string[], T> read, Func<string[], bool>? keep = null)
    {
        using var stream =
            typeof(WordList<T>).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidDataException($"The word list {resource} is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        var width = (reader.ReadLine() ?? "").Split('\t').Length;
        var records = new List<(string, T)>();
        for (var number = 2; reader.ReadLine() is { } line; number++)
        {
            var columns = line.Split('\t');
            if (columns.Length != width || columns[0].Length == 0)
            {
                throw new InvalidDataException(
                    $"{resource}, line {number}: {width} columns are needed, the word first, but the line is '{line}'."
                );
            }

            if (keep?.Invoke(columns) ?? true)
            {
                records.Add((columns[0], read(columns)));
            }
        }

        return new(records);
    }

    /// <summary>The characters that a word may begin with, in no order: a scan that looks for words need stop at no other.</summary>
    public IReadOnlyCollection<char> FirstCharacters { get; }

    /// <summary>
    /// The first position from <paramref name="position"/> on at which a word may start; the text's length where none can.
    /// </summary>
    public int NextStart(ReadOnlySpan<char> text, int position)
    {
        for (position = _first.Next(text, position); position < text.Length; position = _first.Next(text, position + 1))
        {
            if (Allows(_afterFirst[_first.IndexOf(text[position])], position + 1 < text.Length ? text[position + 1] : '\0'))
            {
                break;
            }
        }

        return position;
    }

    /// <summary>The longest word at <paramref name="position"/>; false where none starts there.</summary>
    public bool TryAt(ReadOnlySpan<char> text, int position, out int length, out T value)
    {
        if (position < text.Length && _first.IndexOf(text[position]) is >= 0 and var index)
        {
            var rest = text[position..];
            var second = rest.Length > 1 ? rest[1] : '\0';
            foreach (var record in Allows(_afterFirst[index], second) ? _byFirst[index] : [])
            {
                if (record.Allows(second) && rest.StartsWith(record.Word))
                {
                    (length, value) = (record.Word.Length, record.Value);
                    return true;
                }
            }
        }

        (length, value) = (0, default!);
        return false;
    }

    /// <summary>The longest word that ends right before <paramref name="position"/>; false where none does.</summary>
    public bool TryBefore(ReadOnlySpan<char> text, int position, out int length, out T value)
    {
        if (position > 0 && _last.IndexOf(text[position - 1]) is >= 0 and var index)
        {
            var before = text[..position];
            var second = before.Length > 1 ? before[^2] : '\0';
            foreach (var record in Allows(_beforeLast[index], second) ? _byLast[index] : [])
            {
                if (record.Allows(second) && before.EndsWith(record.Word))
                {
                    (length, value) = (record.Word.Length, record.Value);
                    return true;
                }
            }
        }

        (length, value) = (0, default!);
        return false;
    }

    // In the order of the characters, as the sets number them.
    private static Record[][] Index(List<(string Word, T Value)> records, Func<string, char> key, Func<string, char> second) =>
        [
            .. records
                .GroupBy(record => key(record.Word))
                .OrderBy(group => group.Key)
                .Select(group =>
                    group
                        .OrderByDescending(record => record.Word.Length)
                        .ThenBy(record => record.Word, StringComparer.Ordinal)
                        .Select(record => new Record(record.Word, record.Word.Length > 1 ? second(record.Word) : Any, record.Value))
                        .ToArray()
                ),
        ];

    private static ulong Seconds(Record[] records) =>
        records.Aggregate(0UL, static (all, record) => all | (record.Second == Any ? ulong.MaxValue : 1UL << record.Second % 64));

    private static bool Allows(ulong seconds, char second) => (seconds >> second % 64 & 1) != 0;

    /// <param name="Second">The character beside the one that it is found by, which rules most words out before they are compared;
    /// <see cref="Any"/> for words of one.</param>
    private readonly record struct Record(string Word, char Second, T Value)
    {
        public bool Allows(char second) => Second == second || Second == Any;
    }
}
