using PolicyGraph.Model;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;

namespace PolicyGraph.Store.Conformance.Plain;

/// <summary>A node or an edge with all that its papers say of it.</summary>
public abstract class PlainThing(IReadOnlyList<PropertyType> properties)
{
    private readonly SortedDictionary<string, Said> _said = new(StringComparer.Ordinal);

    /// <summary>The papers, by id.</summary>
    public IEnumerable<string> Documents => _said.Keys;

    /// <summary>Merged values: a text, a decimal, a truth value, or a list of texts.</summary>
    public Dictionary<string, object> Values { get; } = [];

    /// <summary>Evidence with its paper's id, by paper and position.</summary>
    public IEnumerable<(string Document, EvidenceFact Fact)> Evidence =>
        _said.SelectMany(pair => pair.Value.Evidence.Select(fact => (pair.Key, fact)));

    protected IEnumerable<string> Aliases => _said.Values.SelectMany(one => one.Aliases).Distinct().Order(StringComparer.Ordinal);

    public void Add(
        string document,
        IReadOnlyList<PropertyValue?> values,
        IReadOnlyList<string> aliases,
        IReadOnlyList<EvidenceFact> evidence
    ) => _said[document] = new Said(values, aliases, evidence);

    public virtual void Merge()
    {
        for (var i = 0; i < properties.Count; i++)
        {
            var votes = _said.Values.Select(one => one.Values[i]).OfType<PropertyValue>().GroupBy(value => value.ToString());
            var winner = votes
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .FirstOrDefault();
            if (winner is not null)
            {
                Values[properties[i].Name] = Plain(winner.First());
            }
        }
    }

    private static object Plain(PropertyValue value) =>
        value.Kind switch
        {
            System.Text.Json.JsonValueKind.String => value.Text ?? "",
            System.Text.Json.JsonValueKind.Number => value.Number,
            _ => value.Truth,
        };

    private sealed record Said(IReadOnlyList<PropertyValue?> Values, IReadOnlyList<string> Aliases, IReadOnlyList<EvidenceFact> Evidence);
}

public sealed class PlainNode(string id, NodeType type) : PlainThing(type.Properties)
{
    public string Id => id;

    public string Label => type.Label;

    /// <summary>
    /// What lists without an order of their own go by: a name, else of statistics the last day, latest first, and the indicator.
    /// </summary>
    public object?[] OrderKeys =>
        type.Label == "Statistic"
            ? [null, Values.GetValueOrDefault("periodEnd"), Values["indicator"]]
            : [Values.GetValueOrDefault("name"), null, null];

    /// <summary>The name of an entity; null of all else.</summary>
    public string? EntityName => type.IsEntity ? (string)Values["name"] : null;

    public List<PlainEdge> Edges { get; } = [];

    public DocumentRecord? Record { get; set; }

    public IReadOnlyList<string> Sources { get; set; } = [];

    public override void Merge()
    {
        base.Merge();
        Values["id"] = id;
        if (type.IsEntity)
        {
            Values["aliases"] = Aliases.ToList();
        }

        if (Record is not null)
        {
            Values["sources"] = Sources.Order(StringComparer.Ordinal).ToList();
            if (Sources.Count > 0)
            {
                Values["source"] = Sources.Order(StringComparer.Ordinal).First();
            }
        }
    }
}

/// <param name="key">What tells it from others of its type between the same nodes.</param>
public sealed class PlainEdge(EdgeType type, PlainNode from, PlainNode to, string key) : PlainThing(type.Properties)
{
    public EdgeType Type => type;

    public PlainNode From => from;

    public PlainNode To => to;

    public string Key => key;
}

/// <summary>A row of a list: a node, and the edge that led to it.</summary>
public sealed record PlainRow(PlainNode Node, PlainEdge? Edge, bool IsIncoming)
{
    /// <summary>Of a row that a search found: where.</summary>
    public PlainHit? Hit { get; init; }

    /// <summary>As <see cref="Queries.Cursor.Edge"/>.</summary>
    public string EdgeText => Edge is null ? "" : $"{Edge.Type.Name}\n{Edge.Key}\n{(IsIncoming ? 1 : 0)}";
}
