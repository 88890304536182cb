using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.Api.Schema;

/// <summary>One kind of connection: what its types are called, what stands on its edges.</summary>
/// <param name="Name">What the names of its types begin with: <c>Issuer</c> of <c>IssuerConnection</c>, <c>IssuerEdge</c>,
/// <c>IssuerFilter</c>.</param>
/// <param name="Node">The type of its nodes.</param>
/// <param name="EdgeType">The @edge type whose properties its edges carry, or null.</param>
/// <param name="HasEvidence">True where its edges tell where papers say them.</param>
/// <param name="AnyRelation">True where several relations are followed as one, so that its edges tell which.</param>
internal sealed record ListKind(string Name, string Node, string? EdgeType, bool HasEvidence, bool AnyRelation)
{
    public string Connection => $"{Name}Connection";

    public string Edge => $"{Name}Edge";

    /// <summary>The input type of conditions on its edges, or null where there is nothing to ask of them.</summary>
    public string? EdgeWhere =>
        !HasEvidence ? null
        : EdgeType is null ? "FactWhere"
        : $"{EdgeType}Where";

    /// <summary>The input type of its order: the nodes' own, unless its edges have properties.</summary>
    public string Order => EdgeType is null ? $"{Node}Order" : $"{Name}Order";

    /// <summary>The kind of a list field, or null where the field is none.</summary>
    public static ListKind? Of(FieldDefinitionNode field, SourceTypes types)
    {
        if (!Sdl.IsList(field.Type))
        {
            return null;
        }

        var node = Sdl.NamedType(field.Type);
        if (field.Directive("list") is not null)
        {
            return new ListKind(node, node, EdgeType: null, HasEvidence: false, AnyRelation: false);
        }

        return field.Directive("relation") is { } relation ? Of(relation, node, types) : null;
    }

    private static ListKind Of(DirectiveNode relation, string node, SourceTypes types)
    {
        var names = relation.Texts("type");
        var isFact = names.All(types.Facts.Contains);
        var name = relation.Text("as") ?? (isFact ? $"Related{node}" : node);
        var edgeType = names is [var single] ? types.EdgeTypeOf(single)?.Name.Value : null;
        return new ListKind(name, node, edgeType, isFact || relation.Text("as") is not null, names.Count != 1);
    }
}
