using PolicyGraph.GraphQL.Language;
using PolicyGraph.Store.Graph;

namespace PolicyGraph.Api.Schema;

/// <summary>Reads the shape of the graph from the schema's directives.</summary>
internal static class GraphModelReader
{
    public static GraphModel Read(DocumentNode source)
    {
        var types = new SourceTypes(InheritedFields.Add(source.Definitions));
        var nodes = types.Definitions.OfType<ObjectTypeNode>().Where(type => type.Has("node")).ToList();
        var relations = nodes
            .SelectMany(node => node.Fields)
            .Select(field => field.Directive("relation"))
            .OfType<DirectiveNode>()
            .SelectMany(relation => relation.Texts("type"))
            .ToHashSet();
        return new GraphModel(
            nodes.Select(node => NodeTypeOf(node, types)),
            relations.Union(types.Facts).Order(StringComparer.Ordinal).Select(relation => EdgeTypeOf(relation, nodes, types))
        );
    }

    private static NodeType NodeTypeOf(ObjectTypeNode node, SourceTypes types) =>
        new(
            node.Name.Value,
            node.Interfaces.Any(name => name.Name.Value == GraphModel.EntityLabel),
            [.. node.Fields.SelectMany(field => PropertiesOf(field, types))]
        );

    private static IEnumerable<PropertyType> PropertiesOf(FieldDefinitionNode field, SourceTypes types)
    {
        if (field.Directive("property") is { } property)
        {
            return [PropertyOf(field, property, types)];
        }

        return types.IsPartOfRow(field)
            ? Sdl.Fields(types.Find(Sdl.NamedType(field.Type))).SelectMany(part => PropertiesOf(part, types))
            : [];
    }

    private static PropertyType PropertyOf(FieldDefinitionNode field, DirectiveNode property, SourceTypes types)
    {
        var name = property.Text("name") ?? field.Name.Value;
        return new PropertyType(name, KindOf(field.Type, types), property.Text("field") ?? name, property.Flag("indexed"));
    }

    private static PropertyKind KindOf(TypeNode type, SourceTypes types) =>
        (Sdl.IsList(type), Sdl.NamedType(type)) switch
        {
            (true, _) => PropertyKind.TextList,
            (_, "Int") => PropertyKind.Integer,
            (_, "Float" or "Decimal") => PropertyKind.Number,
            (_, "Boolean") => PropertyKind.Truth,
            (_, "Date") => PropertyKind.Date,
            (_, "String" or "ID") => PropertyKind.Text,
            (_, var name) when types.IsEnum(name) => PropertyKind.Text,
            (_, var name) => throw new InvalidOperationException($"A property of type {name} cannot be kept in the graph."),
        };

    private static EdgeType EdgeTypeOf(string relation, IReadOnlyList<ObjectTypeNode> nodes, SourceTypes types)
    {
        var fields = types.EdgeTypeOf(relation)?.Fields ?? [];
        var symmetric = nodes
            .SelectMany(node => node.Fields)
            .Select(field => field.Directive("relation"))
            .Any(directive => directive?.Text("direction") == "BOTH" && directive.Texts("type").SequenceEqual([relation]));
        return new EdgeType(
            relation,
            types.Facts.Contains(relation),
            symmetric,
            [.. fields.SelectMany(field => PropertiesOf(field, types))],
            [.. fields.Where(field => field.Directive("property")?.Flag("key") == true).Select(field => field.Name.Value)]
        );
    }
}
