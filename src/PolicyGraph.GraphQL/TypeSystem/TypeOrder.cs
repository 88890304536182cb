using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>
/// The order in which introspection lists types: as defined, each followed by the built-in ones that it is the first to name; the types of
/// introspection last.
/// </summary>
internal sealed class TypeOrder
{
    private readonly List<TypeDefinition> _ordered = [];
    private readonly HashSet<TypeDefinition> _seen = [];

    public IReadOnlyList<TypeDefinition> Order(TypeAssembly assembly, IReadOnlyList<TypeSystemNode> nodes)
    {
        var own = nodes
            .OfType<TypeDefinitionNode>()
            .Where(node => !node.IsExtension)
            .Select(node => assembly.Types[node.Name.Value])
            .ToList();
        foreach (var type in own)
        {
            _ordered.Add(type);
            _seen.UnionWith(own);
            AddMembers(type);
        }

        foreach (var argument in assembly.Directives.Values.SelectMany(directive => directive.Arguments.Values))
        {
            Add(argument.Type);
        }

        Add(IntrospectionSchema.Types[0]);
        return _ordered;
    }

    private void Add(SchemaType type)
    {
        if (_seen.Add(type.Definition))
        {
            _ordered.Add(type.Definition);
            AddMembers(type.Definition);
        }
    }

    private void AddMembers(TypeDefinition type)
    {
        foreach (var field in (type as FieldsType)?.Fields.Values ?? [])
        {
            Add(field.Type);
            foreach (var argument in field.Arguments.Values)
            {
                Add(argument.Type);
            }
        }

        foreach (var field in (type as InputObjectType)?.Fields.Values ?? [])
        {
            Add(field.Type);
        }
    }
}
