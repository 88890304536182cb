using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.Api.Schema;

/// <summary>Gives every type the fields of its interfaces that it does not declare itself, the most general interface's first.</summary>
internal static class InheritedFields
{
    public static IReadOnlyList<DefinitionNode> Add(IReadOnlyList<DefinitionNode> definitions)
    {
        var interfaces = definitions.OfType<InterfaceTypeNode>().ToDictionary(type => type.Name.Value);
        return [.. definitions.Select(definition => definition is TypeDefinitionNode type ? Add(type, interfaces) : definition)];
    }

    private static TypeDefinitionNode Add(TypeDefinitionNode type, Dictionary<string, InterfaceTypeNode> interfaces)
    {
        var own = Sdl.Fields(type).Select(field => field.Name.Value).ToHashSet();
        var inherited = Sdl.Interfaces(type)
            .Reverse()
            .SelectMany(name => interfaces[name.Name.Value].Fields)
            .Where(field => own.Add(field.Name.Value))
            .ToList();
        return inherited.Count == 0 ? type : Sdl.With(type, [.. inherited, .. Sdl.Fields(type)]);
    }
}
