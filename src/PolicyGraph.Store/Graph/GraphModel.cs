using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace PolicyGraph.Store.Graph;

/// <summary>
/// The shape of the graph: labels, relation types and their properties, as <c>schema/policygraph.graphql</c> maps them. Stores take every
/// name from here and from nowhere else, so a query can never carry a name that came from a client or a paper.
/// </summary>
public sealed class GraphModel(IEnumerable<NodeType> nodeTypes, IEnumerable<EdgeType> edgeTypes)
{
    /// <summary>The label that all entities share beside their own.</summary>
    public const string EntityLabel = "Entity";

    public FrozenDictionary<string, NodeType> NodeTypes { get; } = nodeTypes.ToFrozenDictionary(type => type.Label);

    public FrozenDictionary<string, EdgeType> EdgeTypes { get; } = edgeTypes.ToFrozenDictionary(type => type.Name);
}

/// <summary>One kind of node.</summary>
/// <param name="Label">The label, which is also the name of the GraphQL type: <c>Agency</c>, <c>Statistic</c>, <c>Document</c>.</param>
/// <param name="IsEntity">True for the nine entity types; they carry <see cref="GraphModel.EntityLabel"/> too.</param>
public sealed record NodeType(string Label, bool IsEntity, IReadOnlyList<PropertyType> Properties);

/// <summary>One kind of edge.</summary>
/// <param name="Name">The relationship type: <c>ISSUED</c>.</param>
/// <param name="Key">Properties that tell two edges between the same nodes apart (<c>title</c> of a position); mostly none.</param>
/// <param name="IsFact">True for the ontology's fifteen, which carry evidence; false for edges that only tie a node to its paper or its
/// subject.</param>
public sealed record EdgeType(string Name, bool IsFact, bool IsSymmetric, IReadOnlyList<PropertyType> Properties, IReadOnlyList<string> Key)
{
    /// <summary>A model has each of its types once, so a type equals itself alone: it is looked up for every edge of every paper.</summary>
    public bool Equals(EdgeType? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>One property of a node or an edge.</summary>
/// <param name="Name">Its name in the graph and in the API: <c>documentNumber</c>.</param>
/// <param name="Field">Where the record of a document has it: <c>document_number</c>; a part of a period as <c>period.start</c>.</param>
/// <param name="IsIndexed">True where lists are filtered or sorted by it often.</param>
public sealed record PropertyType(string Name, PropertyKind Kind, string Field, bool IsIndexed)
{
    private const string StartMark = ".start";
    private const string EndMark = ".end";

    /// <summary>The field of the record that holds it, whole or in part.</summary>
    internal string WholeField { get; } =
        Field.EndsWith(StartMark, StringComparison.Ordinal) ? Field[..^StartMark.Length]
        : Field.EndsWith(EndMark, StringComparison.Ordinal) ? Field[..^EndMark.Length]
        : Field;

    /// <summary>True where it is the first day of the field's period.</summary>
    internal bool IsStart { get; } = Field.EndsWith(StartMark, StringComparison.Ordinal);

    /// <summary>True where it is the last day of the field's period.</summary>
    internal bool IsEnd { get; } = Field.EndsWith(EndMark, StringComparison.Ordinal);
}

/// <summary>What a property's values are.</summary>
public enum PropertyKind
{
    Text,

    /// <summary>A whole number up to 2⁶³.</summary>
    Integer,

    /// <summary>Whole up to 2⁶³, else a double.</summary>
    Number,

    Truth,

    /// <summary>An ISO day, month or year; compared as text.</summary>
    Date,

    /// <summary>A list of texts without order.</summary>
    TextList,
}
