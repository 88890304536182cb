using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>Where the words stand that names of works are known by.</summary>
internal sealed class WorkScan(Paper paper)
{
    /// <summary>The words that end names of events, class <c>strong named gathering short</c>.</summary>
    public static readonly WordList<string> EventSuffixes = WordList<string>.Load("event-suffixes.tsv", row => row[1]);

    /// <summary>
    /// The words that end names of policies and lists in running text, and those that only begin like one (class <c>not</c>).
    /// </summary>
    public static readonly WordList<string> SchemeSuffixes = WordList<string>.Load("scheme-suffixes.tsv", row => row[1]);

    /// <summary>Short forms of well-known events with their full names.</summary>
    public static readonly WordList<string> KnownEvents = WordList<string>.Load("known-events.tsv", row => row[1]);

    /// <summary>Laws by their names without the state's.</summary>
    public static readonly WordList<string> LawList = WordList<string>.Load("laws.tsv", row => row[1]);

    /// <summary>Programmes, works and pilots of the state that are known by name without 《》.</summary>
    public static readonly WordList<string> KnownSchemes = WordList<string>.Load("known-schemes.tsv", row => row[1]);

    /// <summary>By their ends, at one end the longest first; so are the others.</summary>
    public List<PatternHit> Events { get; } = paper.Words[Table.EventSuffixes];

    public List<PatternHit> Schemes { get; } = paper.Words[Table.SchemeSuffixes];

    public List<PatternHit> Known { get; } = paper.Words[Table.KnownEvents];

    public List<PatternHit> Laws { get; } = paper.Words[Table.Laws];
}
