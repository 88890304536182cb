using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>
/// A schema as its text: definitions with their extensions taken in and the directives applied to them, in the order in which they were
/// defined; nothing that is built in.
/// </summary>
public static class SchemaPrinter
{
    private static readonly TextRange Nowhere = default;

    /// <summary>The text; builds the same schema again.</summary>
    public static string Print(Schema schema)
    {
        var directives = schema
            .Directives.Values.Where(directive => !SpecifiedDirectives.Contains(directive.Name))
            .Select(directive => directive.Node);
        var types = schema.Types.Where(type => type.Nodes.Count > 0 && !type.IsIntrospection).Select(Merge);
        var parts = new[] { Root(schema) }.Concat<SyntaxNode?>(directives).Concat(types).OfType<SyntaxNode>();
        return $"{string.Join("\n\n", parts.Select(Printer.Print))}\n";
    }

    /// <summary>Null where the default names say it all. Specification section 3.3.1.</summary>
    private static SchemaNode? Root(Schema schema)
    {
        var roots = Enum.GetValues<OperationKind>()
            .Where(kind => schema.Root(kind) is not null)
            .Select(kind => new OperationTypeNode(Nowhere, kind, Named(schema.Root(kind)!.Name)))
            .ToList();
        var hasDefaultNames = roots.TrueForAll(root => string.Equals(root.Type.Name.Value, root.Kind.ToString(), StringComparison.Ordinal));
        return hasDefaultNames && schema.Description is null && schema.AppliedDirectives.Items.Count == 0
            ? null
            : new SchemaNode(
                Nowhere,
                Describe(schema.Description),
                IsExtension: false,
                [.. schema.AppliedDirectives.Items.Select(item => item.Node)],
                roots
            );
    }

    private static TypeDefinitionNode Merge(TypeDefinition type)
    {
        var directives = type.Nodes.SelectMany(node => node.Directives).ToList();
        return type.Nodes[0] switch
        {
            ObjectTypeNode node => node with
            {
                Directives = directives,
                Interfaces = All<ObjectTypeNode, NamedTypeNode>(type, part => part.Interfaces),
                Fields = All<ObjectTypeNode, FieldDefinitionNode>(type, part => part.Fields),
            },
            InterfaceTypeNode node => node with
            {
                Directives = directives,
                Interfaces = All<InterfaceTypeNode, NamedTypeNode>(type, part => part.Interfaces),
                Fields = All<InterfaceTypeNode, FieldDefinitionNode>(type, part => part.Fields),
            },
            UnionTypeNode node => node with
            {
                Directives = directives,
                Members = All<UnionTypeNode, NamedTypeNode>(type, part => part.Members),
            },
            EnumTypeNode node => node with
            {
                Directives = directives,
                Values = All<EnumTypeNode, EnumValueDefinitionNode>(type, part => part.Values),
            },
            InputObjectTypeNode node => node with
            {
                Directives = directives,
                Fields = All<InputObjectTypeNode, InputValueDefinitionNode>(type, part => part.Fields),
            },
            var node => (ScalarTypeNode)node with { Directives = directives },
        };
    }

    private static List<TPart> All<TNode, TPart>(TypeDefinition type, Func<TNode, IEnumerable<TPart>> parts) =>
        [.. type.Nodes.OfType<TNode>().SelectMany(parts)];

    private static NamedTypeNode Named(string name) => new(Nowhere, new NameNode(Nowhere, name));

    private static StringValueNode? Describe(string? text) => text is null ? null : new StringValueNode(Nowhere, text, IsBlock: true);
}
