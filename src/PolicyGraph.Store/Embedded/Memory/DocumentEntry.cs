using PolicyGraph.Model;
using PolicyGraph.Store.Embedded.Journal;

namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>Of one document: what the graph itself does not hold.</summary>
/// <param name="Sources">Where these same bytes came from; sorted, each once.</param>
/// <param name="Articles">With the spans that evidence was placed by.</param>
/// <param name="Record">Where the record lies; it moves when the journal is compacted, its content never changes.</param>
/// <param name="HasLooseQuotes">True where it is said to say something that its text, if it has one, does not hold.</param>
internal sealed record DocumentEntry(
    IReadOnlyList<string> Sources,
    IReadOnlyList<ArticleRecord> Articles,
    RecordPlace Record,
    bool HasLooseQuotes
);
