using System.Numerics;
using PolicyGraph.Extraction.Mentions.People;
using PolicyGraph.Extraction.Mentions.Roles;
using PolicyGraph.Extraction.Mentions.Works;

namespace PolicyGraph.Extraction.Gazetteers;

/// <summary>
/// Where the words stand that are looked for anywhere in a text, those of all tables found in one pass; each table's own are asked for by
/// its name.
/// </summary>
internal sealed class TableScan
{
    // In the order of Table.
    private static readonly IReadOnlyList<string>[] Words =
    [
        WorkScan.EventSuffixes.Words,
        WorkScan.SchemeSuffixes.Words,
        WorkScan.KnownEvents.Words,
        WorkScan.LawList.Words,
        RepeatedNames.Known,
        HostLists.Verbs,
        SiteNames.Verbs,
        WorkScan.KnownSchemes.Words,
    ];

    // The lexicon comes first, so that its patterns have the numbers of its forms.
    private static readonly string[] Patterns =
    [
        .. Lexicon.Default.Forms.Concat(Words.SelectMany(words => words)).Distinct(StringComparer.Ordinal),
    ];
    private static readonly PatternMatcher Matcher = new(Patterns);
    private static readonly ushort[] TablesOf = Sets();

    private readonly List<PatternHit>[] _hits;

    public TableScan(string text)
    {
        Forms = Matcher.Scan(text);
        _hits = [.. Words.Select(_ => new List<PatternHit>())];

        // Nearly all are the lexicon's: those stay where they are and close up over the others.
        var forms = 0;
        for (var i = 0; i < Forms.Count; i++)
        {
            var hit = Forms[i];
            uint tables = TablesOf[hit.Pattern];
            if (hit.Pattern < Lexicon.Default.FormCount)
            {
                Forms[forms++] = hit;
            }

            for (; tables != 0; tables &= tables - 1)
            {
                _hits[BitOperations.TrailingZeroCount(tables)].Add(hit);
            }
        }

        Forms.CutTo(forms);
    }

    /// <summary>The surface forms of the lexicon, numbered as there; in the order of the tables' own.</summary>
    public LentList<PatternHit> Forms { get; }

    /// <summary>The occurrences of a table's words by their ends, at one end the longest first.</summary>
    public List<PatternHit> this[Table table] => _hits[(int)table];

    private static ushort[] Sets()
    {
        var sets = Patterns.ToDictionary(pattern => pattern, _ => (ushort)0, StringComparer.Ordinal);
        for (var table = 0; table < Words.Length; table++)
        {
            foreach (var word in Words[table])
            {
                sets[word] |= (ushort)(1 << table);
            }
        }

        return [.. Patterns.Select(pattern => sets[pattern])];
    }
}

/// <summary>The tables whose words are found in the one pass.</summary>
internal enum Table
{
    EventSuffixes,
    SchemeSuffixes,
    KnownEvents,
    Laws,
    KnownPeople,
    HostVerbs,
    SiteVerbs,
    KnownSchemes,
}
