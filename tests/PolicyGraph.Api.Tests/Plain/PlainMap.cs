using PolicyGraph.Api.Schema;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.Api.Tests.Plain;

/// <summary>What the schema's directives say, read anew for the plain evaluation.</summary>
internal sealed class PlainMap(PolicyGraphSchema api)
{
    public static string? PropertyOf(FieldDefinition field) =>
        field.Directives.Find("property") is { } property ? property.Text("name") ?? field.Name : null;

    public static AppliedDirective? RelationOf(FieldDefinition field) => field.Directives.Find("relation");

    public FieldsType Type(string name) => (FieldsType)api.Schema.Find(name)!;

    public IReadOnlyList<string> Labels(TypeDefinition type) => [.. api.Schema.PossibleTypes(type).Select(possible => possible.Name)];

    /// <summary>The rows at the other end of a relation field, in no order, and the type of their nodes.</summary>
    public (FieldsType Nodes, List<PlainRow> Rows) Follow(
        PlainGraph graph,
        PlainNode node,
        FieldDefinition field,
        IReadOnlyList<string>? types
    )
    {
        var relation = RelationOf(field)!;
        var connection = (FieldsType)field.Type.Definition;
        var nodes = connection.Fields.TryGetValue("nodes", out var list) ? (FieldsType)list.Type.Definition : connection;
        IReadOnlyList<string> names = relation.Texts("type") is { Count: > 0 } named
            ? named
            : types ?? [.. api.Model.EdgeTypes.Values.Where(type => type.IsFact).Select(type => type.Name)];
        var rows = graph.Follow(node, names, relation.Text("direction") ?? "OUT", Labels(nodes));
        return (nodes, relation.Text("kind") is { } kind ? [.. rows.Where(row => (string?)row.Node["kind"] == kind)] : [.. rows]);
    }
}
