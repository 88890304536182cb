using System.Collections.Concurrent;
using PolicyGraph.Model;
using PolicyGraph.Store.Embedded.Collections;
using PolicyGraph.Store.Facts;

namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>
/// Puts what papers say into the graph's values, each short text once: units, measures, periods and indicators come back in every paper.
/// Safe for any number of callers at once.
/// </summary>
internal sealed class ValuePool
{
    /// <summary>Longer texts are seldom said twice, and would only fill the pool.</summary>
    private const int LongestShared = 24;

    private readonly ConcurrentDictionary<string, Value> _texts = [];
    private readonly ConcurrentDictionary<string, string> _rules = [];

    /// <summary>What a document says of a node.</summary>
    public Contribution Said(NodeHead document, NodeFact fact) => new(document, Values(fact.Values), fact.Aliases, Rows(fact.Evidence));

    /// <summary>What a document says of an edge.</summary>
    public Contribution Said(NodeHead document, EdgeFact fact) => new(document, Values(fact.Values), [], Rows(fact.Evidence));

    private Value?[] Values(IReadOnlyList<PropertyValue?> said)
    {
        var values = said.Count == 0 ? [] : new Value?[said.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = said[i] is { } value ? Of(value) : null;
        }

        return values;
    }

    private Value Of(PropertyValue value) =>
        value.Text is not { } text ? Value.Of(value)
        : text.Length > LongestShared ? Value.OfText(text)
        : _texts.GetOrAdd(text, Value.OfText);

    private OrderedList<EvidenceRow> Rows(IReadOnlyList<EvidenceFact> evidence) =>
        evidence.Count switch
        {
            0 => default,
            1 => new(Row(evidence[0])),
            _ => OrderedList<EvidenceRow>.OfSorted([.. evidence.Select(Row)]),
        };

    private EvidenceRow Row(EvidenceFact fact) =>
        new(fact.Span?.Start ?? -1, fact.Span?.End ?? -1, fact.Article, _rules.GetOrAdd(fact.Rule, fact.Rule), fact.Confidence, fact.Quote);
}
