using PolicyGraph.Model;
using PolicyGraph.Store.Graph;

namespace PolicyGraph.Store.Facts;

/// <summary>A node while its document is read.</summary>
internal sealed class NodeDraft(NodeType type, NodeId id)
{
    private readonly PropertyValue?[] _values = new PropertyValue?[type.Properties.Count];
    private List<string>? _aliases;
    private List<EvidenceFact>? _evidence;

    public NodeId Id => id;

    /// <summary>Reads the properties that have no value yet.</summary>
    public void Fill(Func<string, PropertyValue?> fields)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            if (type.Properties[i].Kind != PropertyKind.TextList)
            {
                _values[i] ??= PropertyReading.Read(type.Properties[i], fields);
            }
        }
    }

    public void AddAlias(string alias)
    {
        _aliases ??= [];
        if (!_aliases.Contains(alias))
        {
            _aliases.Add(alias);
        }
    }

    public void Add(EvidenceFact fact) => (_evidence ??= []).Add(fact);

    public NodeFact Fact() => new(type, id, _values, _aliases ?? [], _evidence.InOrder());
}

/// <summary>An edge while its document is read.</summary>
internal sealed class EdgeDraft(EdgeType type, int from, int to, PropertyValue?[] values)
{
    private List<EvidenceFact>? _evidence;

    /// <summary>Takes over values where there are none yet.</summary>
    public void Fill(PropertyValue?[] more)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] ??= more[i];
        }
    }

    public void Add(EvidenceFact fact) => (_evidence ??= []).Add(fact);

    public EdgeFact Fact() => new(type, from, to, values, _evidence.InOrder());
}

internal static class FactDrafts
{
    /// <summary>The value under a name, or null.</summary>
    public static PropertyValue? Value(this IReadOnlyDictionary<string, PropertyValue> props, string field) =>
        props.TryGetValue(field, out var value) ? value : default(PropertyValue?);

    /// <summary>By position, those without one last; each place once.</summary>
    public static IReadOnlyList<EvidenceFact> InOrder(this List<EvidenceFact>? evidence) =>
        evidence is null ? []
        : evidence.Count == 1 ? evidence
        :
        [
            .. evidence
                .Distinct()
                .OrderBy(fact => fact.Span?.Start ?? int.MaxValue)
                .ThenBy(fact => fact.Span?.End)
                .ThenBy(fact => fact.Rule, StringComparer.Ordinal),
        ];
}
