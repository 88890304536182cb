using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PolicyGraph.Extraction.Gazetteers;

/// <summary>
/// All gazetteers and word lists together, with every surface form in them. Built at first use from the embedded tables;
/// immutable after, so that all papers and threads share it.
/// </summary>
internal sealed class Lexicon
{
    private static readonly Lazy<Lexicon> Shared = new(() => new Lexicon(GazetteerReader.ReadAll()));

    private readonly LexiconForm[] _forms;
    private readonly EntryKinds[] _kinds;
    private readonly WordClasses[] _classes;
    private readonly FrozenDictionary<string, LexiconForm>.AlternateLookup<ReadOnlySpan<char>> _byText;
    private readonly FrozenDictionary<string, PlaceEntry> _places;

    // By the record itself: votes for places go up to their parents again and again, and an id would be hashed letter by letter.
    private readonly FrozenDictionary<PlaceEntry, PlaceEntry> _parents;

    public Lexicon(IReadOnlyList<Entry> entries)
    {
        Entries = entries;
        _forms =
        [
            .. entries
                .SelectMany(e =>
                    e.Forms.Prepend(e.Name)
                        .Concat(e is PlaceEntry p ? p.WeakForms.Concat(p.FormerNames) : [])
                        .Distinct(StringComparer.Ordinal)
                        .Select(form => (form, e))
                )
                .GroupBy(p => p.form, p => p.e, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new LexiconForm(g.Key, [.. g])),
        ];
        _kinds = [.. _forms.Select(f => f.Kinds)];
        _classes = [.. _forms.Select(f => f.Classes)];
        _byText = _forms.ToFrozenDictionary(f => f.Text, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _places = entries.OfType<PlaceEntry>().ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);
        _parents = _places
            .Values.Where(p => _places.ContainsKey(p.Parent))
            .ToFrozenDictionary<PlaceEntry, PlaceEntry, PlaceEntry>(p => p, p => _places[p.Parent], ReferenceEqualityComparer.Instance);
    }

    public static Lexicon Default => Shared.Value;

    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>All surface forms, by code unit: the numbers of their occurrences' patterns.</summary>
    public IReadOnlyList<string> Forms => [.. _forms.Select(f => f.Text)];

    public int FormCount => _forms.Length;

    /// <param name="length">Of the scanned text.</param>
    /// <param name="hits">The occurrences of <see cref="Forms"/> in it.</param>
    public LexicalScan Index(int length, LentList<PatternHit> hits) => new(length, hits, _forms, _kinds, _classes);

    /// <summary>What a surface form stands for, or null where it is in no table.</summary>
    public LexiconForm? Find(ReadOnlySpan<char> form) => _byText.TryGetValue(form, out var found) ? found : null;

    public PlaceEntry? Place(string id) => _places.GetValueOrDefault(id);

    /// <summary>The place that a place lies in, or null.</summary>
    public PlaceEntry? Parent(PlaceEntry place) => _parents.GetValueOrDefault(place);

    /// <summary>The place and all that it lies in, innermost first.</summary>
    public IEnumerable<PlaceEntry> WithParents(PlaceEntry place)
    {
        for (var at = place; at is not null; at = Parent(at))
        {
            yield return at;
        }
    }
}

/// <summary>One surface form with all the records that bear it.</summary>
internal sealed class LexiconForm(string text, ImmutableArray<Entry> entries)
{
    public string Text { get; } = text;

    public ImmutableArray<Entry> Entries { get; } = entries;

    /// <summary>What must not stand beside it; null for most.</summary>
    public FormGuard? Guard { get; } = FormGuards.OfEnding(text);

    public EntryKinds Kinds { get; } = entries.Aggregate(EntryKinds.None, (kinds, e) => kinds | e.Kind);

    /// <summary>True where it names something, whether or not it is a word of the grammars too.</summary>
    public bool IsName => (Kinds & ~EntryKinds.Word) != EntryKinds.None;

    public T? First<T>()
        where T : Entry
    {
        foreach (var entry in Entries)
        {
            if (entry is T found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The classes of words that it belongs to.</summary>
    public WordClasses Classes { get; } =
        entries.OfType<WordEntry>().Aggregate(WordClasses.None, (all, word) => all | WordClass.Parse(word.Class));

    /// <summary>True where it belongs to one of <paramref name="classes"/> at least.</summary>
    public bool Is(WordClasses classes) => (Classes & classes) != WordClasses.None;
}
