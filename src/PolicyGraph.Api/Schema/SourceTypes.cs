using System.Collections.Frozen;
using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.Api.Schema;

/// <summary>The types of the schema's text by name, fields of interfaces included, before anything is made from them.</summary>
internal sealed class SourceTypes(IReadOnlyList<DefinitionNode> definitions)
{
    private readonly FrozenDictionary<string, TypeDefinitionNode> _types = definitions
        .OfType<TypeDefinitionNode>()
        .ToFrozenDictionary(type => type.Name.Value);

    public IReadOnlyList<DefinitionNode> Definitions { get; } = definitions;

    /// <summary>The relations of the ontology: the values of <c>RelationType</c>.</summary>
    public FrozenSet<string> Facts { get; } =
        definitions
            .OfType<EnumTypeNode>()
            .Single(type => type.Name.Value == "RelationType")
            .Values.Select(value => value.Name.Value)
            .ToFrozenSet();

    public IEnumerable<ObjectTypeNode> EdgeTypes => Definitions.OfType<ObjectTypeNode>().Where(type => type.Has("edge"));

    public TypeDefinitionNode Find(string name) => _types[name];

    public bool IsEnum(string name) => _types.GetValueOrDefault(name) is EnumTypeNode;

    /// <summary>The type that states the properties of a relation, or null where it has none.</summary>
    public ObjectTypeNode? EdgeTypeOf(string relation) =>
        EdgeTypes.FirstOrDefault(type => Sdl.Directive(type.Directives, "edge")?.Text("type") == relation);

    /// <summary>True for a field whose properties are those of the row around it: <c>period</c>.</summary>
    public bool IsPartOfRow(FieldDefinitionNode field) =>
        !Sdl.IsList(field.Type) && _types.GetValueOrDefault(Sdl.NamedType(field.Type)) is { } type && type.Has("part");
}
