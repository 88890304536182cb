using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>Where the words stand that names of works are known by, all tables in one pass over the text.</summary>
internal sealed class WorkScan
{
    /// <summary>The words that end names of events, class <c>strong named gathering short</c>.</summary>
    public static readonly WordList<string> EventSuffixes = WordList<string>.Load("event-suffixes.tsv", row => row[1]);

    /// <summary>The words that end names of policies and lists in running text, and those that only begin like one (class <c>not</c>).</summary>
    public static readonly WordList<string> SchemeSuffixes = WordList<string>.Load("scheme-suffixes.tsv", row => row[1]);

    /// <summary>Short forms of well-known events with their full names.</summary>
    public static readonly WordList<string> KnownEvents = WordList<string>.Load("known-events.tsv", row => row[1]);

    /// <summary>Laws by their names without the state's.</summary>
    public static readonly WordList<string> LawList = WordList<string>.Load("laws.tsv", row => row[1]);

    private static readonly WordList<string>[] Lists = [EventSuffixes, SchemeSuffixes, KnownEvents, LawList];
    private static readonly string[] Words = [.. Lists.SelectMany(l => l.Words).Distinct(StringComparer.Ordinal)];
    private static readonly PatternMatcher Matcher = new(Words);
    private static readonly int[] Kinds = [.. Words.Select(w => Lists.Select((l, i) => Holds(l, w) ? 1 << i : 0).Sum())];

    private readonly List<PatternHit>[] _hits = [.. Lists.Select(_ => new List<PatternHit>())];

    public WorkScan(string text)
    {
        foreach (var hit in Matcher.Scan(text))
        {
            for (var i = 0; i < _hits.Length; i++)
            {
                if ((Kinds[hit.Pattern] & (1 << i)) != 0)
                {
                    _hits[i].Add(hit);
                }
            }
        }
    }

    /// <summary>By their ends, at one end the longest first; so are the others.</summary>
    public List<PatternHit> Events => _hits[0];

    public List<PatternHit> Schemes => _hits[1];

    public List<PatternHit> Known => _hits[2];

    public List<PatternHit> Laws => _hits[3];

    private static bool Holds(WordList<string> list, string word) => list.TryAt(word, 0, out var length, out _) && length == word.Length;
}
