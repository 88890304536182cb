using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>
/// Every type named is one of the schema (or, in a schema, of the document). Specification sections 5.5.1.2, "Fragment Spread Type
/// Existence", and 3.
/// </summary>
internal sealed class TypeExistence : ValidationRule
{
    private static readonly string[] BuiltIn =
    [
        .. BuiltInScalars.All.Select(type => type.Name),
        .. IntrospectionSchema.Types.Select(type => type.Name),
    ];

    private readonly HashSet<string> _defined;
    private readonly IReadOnlyList<string> _names;

    public TypeExistence(ValidationContext context)
        : base("KnownTypeNamesRule", context)
    {
        _names =
        [
            .. context.OptionalSchema?.Types.Select(type => type.Name) ?? [],
            .. context.Document.Definitions.OfType<TypeDefinitionNode>().Where(node => !node.IsExtension).Select(node => node.Name.Value),
        ];
        _defined = [.. _names];
    }

    public override bool Enter(SyntaxNode node)
    {
        if (node is NamedTypeNode { Name.Value: var name } && !_defined.Contains(name))
        {
            var isTypeSystem = Context.Ancestors.Count > 1 && Context.Ancestors[1] is TypeSystemNode;
            if (!(isTypeSystem && BuiltIn.Contains(name)))
            {
                Report($"Unknown type \"{name}\".{Context.Suggestions.For(name, isTypeSystem ? BuiltIn.Concat(_names) : _names)}", node);
            }
        }

        return true;
    }
}
