using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>
/// Makes types of their definitions, in passes, because types name one another: empty types first, then their members,
/// then defaults (which need the input types whole), then the directives applied (which need the defaults of directives).
/// </summary>
/// <param name="document">The text that the definitions come from.</param>
/// <param name="scalars">The coercions of custom scalars.</param>
internal sealed partial class TypeAssembly(DocumentNode document, IReadOnlyDictionary<string, IScalarCoercion> scalars)
{
    private readonly OrderedDictionary<string, TypeDefinition> _types = [];
    private readonly OrderedDictionary<string, DirectiveDefinition> _directives = [];
    private readonly List<InputValueDefinition> _inputs = [];

    /// <summary>The types made, in the order of their definition.</summary>
    public IReadOnlyDictionary<string, TypeDefinition> Types => _types;

    /// <summary>The directives made.</summary>
    public IReadOnlyDictionary<string, DirectiveDefinition> Directives => _directives;

    /// <summary>The introspection types, which name only one another and built-in scalars.</summary>
    public static IReadOnlyList<TypeDefinition> BuildIntrospection(DocumentNode document)
    {
        var assembly = new TypeAssembly(document, new Dictionary<string, IScalarCoercion>());
        assembly.Add(BuiltInScalars.All);
        assembly.Build([.. document.Definitions.Cast<TypeSystemNode>()]);
        return [.. assembly._types.Values.Where(type => type.IsIntrospection)];
    }

    /// <summary>Makes types that exist already nameable.</summary>
    public void Add(IEnumerable<TypeDefinition> types)
    {
        foreach (var type in types)
        {
            _types.TryAdd(type.Name, type);
        }
    }

    /// <summary>
    /// Makes the types and directives of these definitions and extensions, which <see cref="Validation.DocumentValidator"/> has found
    /// sound.
    /// </summary>
    public void Build(IReadOnlyList<TypeSystemNode> nodes)
    {
        var byName = nodes.OfType<TypeDefinitionNode>().ToLookup(node => node.Name.Value);
        var definitions = nodes.OfType<TypeDefinitionNode>().Where(node => !node.IsExtension).ToList();
        foreach (var node in definitions)
        {
            _types[node.Name.Value] = Empty(node);
        }

        foreach (var node in definitions)
        {
            Fill(_types[node.Name.Value], [.. byName[node.Name.Value].OrderBy(part => part.IsExtension)]);
        }

        foreach (var node in nodes.OfType<DirectiveDefinitionNode>().Concat(SpecifiedDirectives.Nodes))
        {
            _directives.TryAdd(node.Name.Value, MakeDirective(node));
        }

        foreach (var input in _inputs)
        {
            CoerceDefault(input);
        }

        foreach (var node in definitions)
        {
            ApplyDirectives(_types[node.Name.Value]);
        }
    }

    /// <summary>The directives of a node, their arguments coerced.</summary>
    public AppliedDirectives Applied(IEnumerable<DirectiveNode> nodes)
    {
        var items = nodes
            .Select(node => new AppliedDirective(
                node.Name.Value,
                At(node, () => LiteralCoercion.Arguments(node.Arguments, _directives[node.Name.Value].Arguments)),
                node
            ))
            .ToList();
        return items.Count == 0 ? AppliedDirectives.None : new AppliedDirectives(items);
    }

    /// <summary>The type that a syntax node names.</summary>
    public SchemaType Resolve(TypeNode node) =>
        node switch
        {
            ListTypeNode list => new ListType(Resolve(list.Item)),
            NonNullTypeNode nonNull => new NonNullType(Resolve(nonNull.Inner)),
            _ => _types[((NamedTypeNode)node).Name.Value],
        };

    private TypeDefinition Empty(TypeDefinitionNode node)
    {
        var name = node.Name.Value;
        return node switch
        {
            ScalarTypeNode => new ScalarType(
                name,
                BuiltInScalars.All.FirstOrDefault(s => s.Name == name)?.Coercion ?? scalars.GetValueOrDefault(name) ?? AnyScalar.Instance
            ),
            ObjectTypeNode => new ObjectType(name),
            InterfaceTypeNode => new InterfaceType(name),
            UnionTypeNode => new UnionType(name),
            EnumTypeNode => new EnumType(name),
            _ => new InputObjectType(name),
        };
    }

    private DirectiveDefinition MakeDirective(DirectiveDefinitionNode node) =>
        new(node.Name.Value, Inputs(node.Arguments), [.. node.Locations.Select(location => location.Value)])
        {
            IsRepeatable = node.IsRepeatable,
            Description = node.Description?.Value,
            Node = node,
        };

    private void CoerceDefault(InputValueDefinition input)
    {
        // An input object's default may lean on defaults of its fields that come later in the text.
        if (input.DefaultNode is null || !input.Default.IsNull)
        {
            return;
        }

        if (input.DefaultNode is not NullValueNode && input.Type.Definition is InputObjectType inner)
        {
            foreach (var field in inner.Fields.Values.Where(field => !ReferenceEquals(field, input)))
            {
                CoerceDefault(field);
            }
        }

        input.Default = At((SyntaxNode?)input.Node ?? input.DefaultNode, () => LiteralCoercion.Coerce(input.DefaultNode, input.Type));
    }

    /// <summary>Gives a failed coercion the place where the schema says it.</summary>
    private T At<T>(SyntaxNode node, Func<T> coerce)
    {
        try
        {
            return coerce();
        }
        catch (GraphQLException failure)
        {
            throw new GraphQLException([failure.Errors[0] with { Locations = [document.LocationOf(node)] }], failure);
        }
    }
}
