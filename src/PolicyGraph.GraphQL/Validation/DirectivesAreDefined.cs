using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>
/// Directives are defined and stand where they may. Specification sections 5.7.1, "Directives Are Defined", and 5.7.2, "Directives Are in
/// Valid Locations".
/// </summary>
internal sealed class DirectivesAreDefined : ValidationRule
{
    private readonly Dictionary<string, IReadOnlyList<string>> _locations = [];

    public DirectivesAreDefined(ValidationContext context)
        : base("KnownDirectivesRule", context)
    {
        foreach (var directive in context.OptionalSchema?.Directives.Values ?? [])
        {
            _locations[directive.Name] = directive.Locations;
        }

        foreach (var node in SpecifiedDirectives.Nodes.Concat(context.Document.Definitions.OfType<DirectiveDefinitionNode>()))
        {
            _locations[node.Name.Value] = [.. node.Locations.Select(location => location.Value)];
        }
    }

    public override bool Enter(SyntaxNode node)
    {
        if (node is not DirectiveNode { Name.Value: var name })
        {
            return true;
        }

        var location = LocationOf(Context.Ancestors[^1]);
        if (!_locations.TryGetValue(name, out var allowed))
        {
            Report($"Unknown directive \"@{name}\".", node);
        }
        else if (!allowed.Contains(location))
        {
            Report($"Directive \"@{name}\" may not be used on {location}.", node);
        }

        return true;
    }

    private string LocationOf(SyntaxNode owner) =>
        owner switch
        {
            OperationNode operation => operation.Kind.ToString().ToUpperInvariant(),
            FieldNode => DirectiveLocations.Field,
            FragmentSpreadNode => DirectiveLocations.FragmentSpread,
            InlineFragmentNode => DirectiveLocations.InlineFragment,
            FragmentNode => DirectiveLocations.FragmentDefinition,
            VariableDefinitionNode => DirectiveLocations.VariableDefinition,
            SchemaNode => DirectiveLocations.Schema,
            ScalarTypeNode => DirectiveLocations.Scalar,
            ObjectTypeNode => DirectiveLocations.Object,
            FieldDefinitionNode => DirectiveLocations.FieldDefinition,
            InterfaceTypeNode => DirectiveLocations.Interface,
            UnionTypeNode => DirectiveLocations.Union,
            EnumTypeNode => DirectiveLocations.Enum,
            EnumValueDefinitionNode => DirectiveLocations.EnumValue,
            InputObjectTypeNode => DirectiveLocations.InputObject,
            _ => Context.Ancestors[^2] is InputObjectTypeNode
                ? DirectiveLocations.InputFieldDefinition
                : DirectiveLocations.ArgumentDefinition,
        };
}
