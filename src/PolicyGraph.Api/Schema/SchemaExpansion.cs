using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.Api.Schema;

/// <summary>
/// Makes the schema that is served from the text that states it: fields of interfaces, connections with their arguments, and the input
/// types that these take. What is added follows from the text alone, so a new relation field is one line there and nothing anywhere else.
/// </summary>
internal static class SchemaExpansion
{
    public static DocumentNode Expand(DocumentNode source)
    {
        var types = new SourceTypes(InheritedFields.Add(source.Definitions));
        var kinds = Kinds(types);
        var generated = new GeneratedText();
        foreach (var kind in kinds)
        {
            ConnectionTypes.Write(generated, kind, types);
        }

        InputTypes.Write(generated, kinds, types);
        GroupTypes.Write(generated, kinds, types);
        var served = types
            .Definitions.Where(definition => definition is not ObjectTypeNode type || !type.Has("edge"))
            .Select(definition => WithLists(definition, types));
        return source with { Definitions = [.. served, .. Sdl.Definitions(generated.ToString())] };
    }

    private static IReadOnlyList<ListKind> Kinds(SourceTypes types) =>
        [
            .. types
                .Definitions.OfType<TypeDefinitionNode>()
                .SelectMany(Sdl.Fields)
                .Select(field => ListKind.Of(field, types))
                .OfType<ListKind>()
                .Distinct()
                .OrderBy(kind => kind.Name, StringComparer.Ordinal),
        ];

    private static DefinitionNode WithLists(DefinitionNode definition, SourceTypes types) =>
        definition is TypeDefinitionNode type && Sdl.Fields(type).Count > 0
            ? Sdl.With(
                type,
                [.. Sdl.Fields(type).Select(field => ListKind.Of(field, types) is { } kind ? AsConnection(field, kind) : field)]
            )
            : definition;

    private static FieldDefinitionNode AsConnection(FieldDefinitionNode field, ListKind kind) =>
        field with
        {
            Type = Sdl.Type($"{kind.Connection}!"),
            Arguments = [.. field.Arguments, .. Sdl.Arguments(ConnectionTypes.Arguments(kind))],
            Directives = [.. field.Directives, ConnectionTypes.Price],
        };
}
