using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>The parts of a node in the order of the text; descriptions and bare names, which no rule looks at, are left out.</summary>
internal static class SyntaxChildren
{
    public static IEnumerable<SyntaxNode> Of(SyntaxNode node) =>
        node switch
        {
            DocumentNode document => document.Definitions,
            OperationNode operation => [.. operation.Variables, .. operation.Directives, operation.SelectionSet],
            VariableDefinitionNode variable =>
            [
                variable.Variable,
                variable.Type,
                .. Optional(variable.DefaultValue),
                .. variable.Directives,
            ],
            SelectionSetNode set => set.Selections,
            FieldNode field => [.. field.Arguments, .. field.Directives, .. Optional(field.SelectionSet)],
            ArgumentNode argument => [argument.Value],
            FragmentSpreadNode spread => spread.Directives,
            InlineFragmentNode inline => [.. Optional(inline.TypeCondition), .. inline.Directives, inline.SelectionSet],
            FragmentNode fragment => [fragment.TypeCondition, .. fragment.Directives, fragment.SelectionSet],
            ListValueNode list => list.Items,
            ObjectValueNode fields => fields.Fields,
            ObjectFieldNode field => [field.Value],
            DirectiveNode directive => directive.Arguments,
            ListTypeNode list => [list.Item],
            NonNullTypeNode nonNull => [nonNull.Inner],
            _ => OfTypeSystem(node),
        };

    private static IEnumerable<SyntaxNode> OfTypeSystem(SyntaxNode node) =>
        node switch
        {
            SchemaNode schema => [.. schema.Directives, .. schema.OperationTypes],
            OperationTypeNode root => [root.Type],
            ScalarTypeNode scalar => scalar.Directives,
            ObjectTypeNode type => [.. type.Interfaces, .. type.Directives, .. type.Fields],
            InterfaceTypeNode type => [.. type.Interfaces, .. type.Directives, .. type.Fields],
            UnionTypeNode union => [.. union.Directives, .. union.Members],
            EnumTypeNode type => [.. type.Directives, .. type.Values],
            EnumValueDefinitionNode value => value.Directives,
            InputObjectTypeNode input => [.. input.Directives, .. input.Fields],
            DirectiveDefinitionNode directive => directive.Arguments,
            FieldDefinitionNode field => [.. field.Arguments, field.Type, .. field.Directives],
            InputValueDefinitionNode input => [input.Type, .. Optional(input.DefaultValue), .. input.Directives],
            _ => [],
        };

    private static SyntaxNode[] Optional(SyntaxNode? node) => node is null ? [] : [node];
}
