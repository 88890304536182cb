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
    // In the order of Table: the lexicon comes first, so that its patterns have the numbers of its forms.
    private static readonly IReadOnlyList<string>[] Words =
    [
        Lexicon.Default.Forms,
        WorkScan.EventSuffixes.Words,
        WorkScan.SchemeSuffixes.Words,
        WorkScan.KnownEvents.Words,
        WorkScan.LawList.Words,
        RepeatedNames.Known,
        HostLists.Verbs,
        SiteNames.Verbs,
        WorkScan.KnownSchemes.Words,
    ];

    private static readonly string[] Patterns = [.. Words.SelectMany(words => words).Distinct(StringComparer.Ordinal)];
    private static readonly PatternMatcher Matcher = new(Patterns);
    private static readonly ushort[] TablesOf = Sets();

    private readonly List<PatternHit>[] _hits;

    public TableScan(string text)
    {
        var found = Matcher.Scan(text);
        _hits = [found, .. Words.Skip(1).Select(_ => new List<PatternHit>())];

        // Nearly all are the lexicon's: those stay where they are and close up over the others.
        var forms = 0;
        for (var i = 0; i < found.Count; i++)
        {
            var hit = found[i];
            uint tables = TablesOf[hit.Pattern];
            if ((tables & 1) != 0)
            {
                found[forms++] = hit;
            }

            for (var others = tables & ~1u; others != 0; others &= others - 1)
            {
                _hits[BitOperations.TrailingZeroCount(others)].Add(hit);
            }
        }

        found.RemoveRange(forms, found.Count - forms);
    }

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
    /// <summary>All surface forms of the lexicon, numbered as there.</summary>
    Forms,
    EventSuffixes,
    SchemeSuffixes,
    KnownEvents,
    Laws,
    KnownPeople,
    HostVerbs,
    SiteVerbs,
    KnownSchemes,
}
