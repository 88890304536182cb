using System.Numerics;
using PolicyGraph.Extraction.Mentions.People;
using PolicyGraph.Extraction.Mentions.Roles;
using PolicyGraph.Extraction.Mentions.Works;

namespace PolicyGraph.Extraction.Gazetteers;

/// <summary>Where the words stand that are looked for anywhere in a text, those of all tables found in one pass; each table's own are asked for by its name.</summary>
internal sealed class TableScan
{
    // In the order of Table: the lexicon comes first, so that its patterns have the numbers of its forms.
    private static readonly IReadOnlyList<string>[] Words =
    [
        Lexicon.Default.Forms, WorkScan.EventSuffixes.Words, WorkScan.SchemeSuffixes.Words, WorkScan.KnownEvents.Words, WorkScan.LawList.Words, RepeatedNames.Known, HostLists.Verbs, SiteNames.Verbs,
    ];

    private static readonly string[] Patterns = [.. Words.SelectMany(words => words).Distinct(StringComparer.Ordinal)];
    private static readonly PatternMatcher Matcher = new(Patterns);
    private static readonly byte[] TablesOf = Sets();

    private readonly List<PatternHit>[] _hits = [.. Words.Select(_ => new List<PatternHit>())];

    public TableScan(string text)
    {
        var found = Matcher.Scan(text);
        _hits[(int)Table.Forms].EnsureCapacity(found.Count);
        foreach (var hit in found)
        {
            // Nearly all are of one table: a step for each table that has the word, not for each that there is.
            for (uint tables = TablesOf[hit.Pattern]; tables != 0; tables &= tables - 1)
            {
                _hits[BitOperations.TrailingZeroCount(tables)].Add(hit);
            }
        }
    }

    /// <summary>The occurrences of a table's words by their ends, at one end the longest first.</summary>
    public List<PatternHit> this[Table table] => _hits[(int)table];

    private static byte[] Sets()
    {
        var sets = Patterns.ToDictionary(pattern => pattern, _ => (byte)0, StringComparer.Ordinal);
        for (var table = 0; table < Words.Length; table++)
        {
            foreach (var word in Words[table])
            {
                sets[word] |= (byte)(1 << table);
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
}
