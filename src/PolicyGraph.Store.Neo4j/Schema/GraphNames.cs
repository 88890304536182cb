using System.Collections.Frozen;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Schema;

/// <summary>
/// The model's names as Cypher uses them, and the names that this store adds. A name that is not here is in no statement.
/// </summary>
internal sealed class GraphNames(GraphModel model, ITextFolding folding)
{
    /// <summary>On nodes and relationships: how many documents support it.</summary>
    public const string Documents = "documents";

    /// <summary>On nodes and relationships: how many evidence rows it has.</summary>
    public const string Evidence = "evidence";

    /// <summary>On nodes: name and aliases in one spelling (<see cref="NameFolding"/>).</summary>
    public const string Folded = "spellings";

    /// <summary>On nodes: the texts that a search looks in, as <see cref="SearchTexts"/> gives them.</summary>
    public const string Searched = "searched";

    /// <summary>On relationships that state something: their quotes as <see cref="SearchTexts.Said"/> gives them.</summary>
    public const string Said = "said";

    /// <summary>On relationships whose type has a key: its values joined.</summary>
    public const string Key = "key";

    private readonly FrozenDictionary<string, NodeType> _byPrefix = model.NodeTypes.Values.ToFrozenDictionary(type =>
        type.Label.ToLowerInvariant()
    );

    public GraphModel Model => model;

    /// <summary>Which characters a search takes for the same.</summary>
    public ITextFolding Folding => folding;

    public IEnumerable<NodeType> AllNodes { get; } = [.. model.NodeTypes.Values.OrderBy(type => type.Label, StringComparer.Ordinal)];

    /// <summary>The label of an id's text; null where it is no id of this model.</summary>
    public NodeType? OfId(string? id) =>
        NodeId.TryParse(id, out var prefix, out _)
            ? _byPrefix.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(prefix, out var type)
                ? type
                : null
            : null;

    /// <summary>The label that a node's id is unique among: one for all entities.</summary>
    public static string Unique(NodeType type) => type.IsEntity ? GraphModel.EntityLabel : type.Label;

    /// <summary>Relationship types as a pattern has them: <c>A|B</c>.</summary>
    public static string AnyOf(IEnumerable<EdgeType> types) => string.Join('|', types.Select(type => type.Name));

    /// <summary>Labels as a pattern has them: <c>A|B</c>; the one of all entities where they are all there.</summary>
    public string AnyOf(IReadOnlyList<NodeType> types)
    {
        var all = types.Count(type => type.IsEntity) == model.NodeTypes.Values.Count(type => type.IsEntity);
        return string.Join('|', types.Select(type => all ? Unique(type) : type.Label).Distinct());
    }

    public NodeType Node(string label) =>
        model.NodeTypes.TryGetValue(label, out var type)
            ? type
            : throw new UnknownNameException($"The graph's model has no label {label}.");

    public EdgeType Edge(string name) =>
        model.EdgeTypes.TryGetValue(name, out var type)
            ? type
            : throw new UnknownNameException($"The graph's model has no relation {name}.");

    /// <summary>The types of some labels; of none, all.</summary>
    public IReadOnlyList<NodeType> Nodes(IReadOnlyCollection<string> labels) =>
        labels.Count == 0 ? [.. AllNodes] : [.. labels.Select(Node)];

    /// <summary>
    /// True where a relationship of the type states something in a paper's words: a fact, or what a statistic has in a paper.
    /// </summary>
    public static bool IsSaid(EdgeType type) => type.IsFact || type.Name == Ties.StatedIn;

    /// <summary>What may stand at the end of a step.</summary>
    public IReadOnlyList<NodeType> Ends(Step step) => Nodes(step.Target.Count > 0 ? step.Target : step.Certain);

    /// <summary>The relations of a step; of none, all facts.</summary>
    public IReadOnlyList<EdgeType> Edges(Step step) =>
        step.Types.Count == 0
            ? [.. model.EdgeTypes.Values.Where(type => type.IsFact).OrderBy(type => type.Name, StringComparer.Ordinal)]
            : [.. step.Types.Select(Edge)];

    /// <summary>A property that some of the types have.</summary>
    /// <exception cref="UnknownNameException">None has it.</exception>
    public static PropertyType Property(IEnumerable<NodeType> possible, string name) =>
        possible.SelectMany(type => type.Properties).FirstOrDefault(property => property.Name == name)
        ?? throw new UnknownNameException($"No node of {string.Join(", ", possible.Select(type => type.Label))} has a property {name}.");

    /// <inheritdoc cref="Property(IEnumerable{NodeType}, string)"/>
    public PropertyType EdgeProperty(string name) =>
        model.EdgeTypes.Values.SelectMany(type => type.Properties).FirstOrDefault(property => property.Name == name)
        ?? throw new UnknownNameException($"No relation has a property {name}.");
}
