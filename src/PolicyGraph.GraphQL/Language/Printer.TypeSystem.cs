namespace PolicyGraph.GraphQL.Language;

/// <content>The type system's nodes.</content>
public static partial class Printer
{
    private static string PrintTypeSystem(TypeSystemNode node)
    {
        var body = node switch
        {
            SchemaNode schema => JoinParts(" ", "schema", Directives(schema.Directives, "", ""), Block(schema.OperationTypes)),
            ScalarTypeNode scalar => JoinParts(" ", "scalar", scalar.Name.Value, Directives(scalar.Directives, "", "")),
            ObjectTypeNode type => PrintFieldsOwner("type", type, type.Interfaces, type.Fields),
            InterfaceTypeNode type => PrintFieldsOwner("interface", type, type.Interfaces, type.Fields),
            UnionTypeNode union => JoinParts(
                " ",
                "union",
                union.Name.Value,
                Directives(union.Directives, "", ""),
                Wrap("= ", Join(union.Members, " | "), "")
            ),
            EnumTypeNode type => JoinParts(" ", "enum", type.Name.Value, Directives(type.Directives, "", ""), Block(type.Values)),
            InputObjectTypeNode input => JoinParts(
                " ",
                "input",
                input.Name.Value,
                Directives(input.Directives, "", ""),
                Block(input.Fields)
            ),
            _ => PrintDirectiveDefinition((DirectiveDefinitionNode)node),
        };
        return Description(node.Description) + (node.IsExtension ? "extend " : "") + body;
    }

    private static string PrintFieldsOwner(
        string keyword,
        TypeDefinitionNode node,
        IReadOnlyList<NamedTypeNode> interfaces,
        IReadOnlyList<FieldDefinitionNode> fields
    ) =>
        JoinParts(
            " ",
            keyword,
            node.Name.Value,
            Wrap("implements ", Join(interfaces, " & "), ""),
            Directives(node.Directives, "", ""),
            Block(fields)
        );

    private static string PrintDirectiveDefinition(DirectiveDefinitionNode node) =>
        $"directive @{node.Name.Value}{ArgumentDefinitions(node.Arguments)}{(node.IsRepeatable ? " repeatable" : "")} on {Join(node.Locations, " | ")}";

    private static string PrintMember(SyntaxNode node) =>
        node switch
        {
            FieldDefinitionNode field =>
                $"{Description(field.Description)}{field.Name.Value}{ArgumentDefinitions(field.Arguments)}: {Print(field.Type)}{Directives(field.Directives, " ", "")}",
            InputValueDefinitionNode input =>
                $"{Description(input.Description)}{input.Name.Value}: {Print(input.Type)}{(input.DefaultValue is { } value ? $" = {Print(value)}" : "")}{Directives(input.Directives, " ", "")}",
            EnumValueDefinitionNode value => $"{Description(value.Description)}{value.Name.Value}{Directives(value.Directives, " ", "")}",
            OperationTypeNode root => $"{root.Kind.ToString().ToLowerInvariant()}: {Print(root.Type)}",
            _ => throw new ArgumentOutOfRangeException(nameof(node), node.GetType().Name, "No printed form."),
        };

    /// <summary>On one line, unless one of them takes several (by its description).</summary>
    private static string ArgumentDefinitions(IReadOnlyList<InputValueDefinitionNode> nodes)
    {
        var items = nodes.Select(Print).ToList();
        return items.Any(item => item.Contains('\n', StringComparison.Ordinal))
            ? Wrap("(\n", Indent(string.Join('\n', items)), "\n)")
            : Wrap("(", string.Join(", ", items), ")");
    }
}
