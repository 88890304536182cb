using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>
/// A directive that is not repeatable stands once in one place; a type and its extensions are one place. Specification section 5.7.3.
/// </summary>
internal sealed class DirectivesAreUniquePerLocation : ValidationRule
{
    private readonly HashSet<string> _unique = [];
    private readonly Dictionary<string, Dictionary<string, DirectiveNode>> _seenOfTypes = [];

    public DirectivesAreUniquePerLocation(ValidationContext context)
        : base("UniqueDirectivesPerLocationRule", context)
    {
        _unique.UnionWith(SpecifiedDirectives.Nodes.Select(node => node.Name.Value));
        _unique.UnionWith(
            (context.OptionalSchema?.Directives.Values ?? [])
                .Where(directive => !directive.IsRepeatable)
                .Select(directive => directive.Name)
        );
        foreach (var node in context.Document.Definitions.OfType<DirectiveDefinitionNode>())
        {
            _ = node.IsRepeatable ? _unique.Remove(node.Name.Value) : _unique.Add(node.Name.Value);
        }
    }

    public override bool Enter(SyntaxNode node)
    {
        if (Directives(node) is not { Count: > 0 } directives)
        {
            return true;
        }

        var seen = Seen(node);
        foreach (var directive in directives.Where(directive => _unique.Contains(directive.Name.Value)))
        {
            if (!seen.TryAdd(directive.Name.Value, directive))
            {
                Report(
                    $"The directive \"@{directive.Name.Value}\" can only be used once at this location.",
                    seen[directive.Name.Value],
                    directive
                );
            }
        }

        return true;
    }

    private Dictionary<string, DirectiveNode> Seen(SyntaxNode node)
    {
        // No type has an empty name: it stands for the schema and its extensions.
        var place = node switch
        {
            TypeDefinitionNode type => type.Name.Value,
            SchemaNode => "",
            _ => null,
        };
        if (place is null)
        {
            return [];
        }

        if (!_seenOfTypes.TryGetValue(place, out var seen))
        {
            _seenOfTypes.Add(place, seen = []);
        }

        return seen;
    }

    private static IReadOnlyList<DirectiveNode>? Directives(SyntaxNode node) =>
        node switch
        {
            SelectionNode selection => selection.Directives,
            OperationNode operation => operation.Directives,
            FragmentNode fragment => fragment.Directives,
            VariableDefinitionNode variable => variable.Directives,
            TypeSystemNode definition => definition.Directives,
            FieldDefinitionNode field => field.Directives,
            InputValueDefinitionNode input => input.Directives,
            EnumValueDefinitionNode value => value.Directives,
            _ => null,
        };
}
