using System.Runtime.CompilerServices;
using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>
/// A subscription has one root field, which is not of introspection and stands under no condition. Specification section 5.2.4.1,
/// CollectSubscriptionFields().
/// </summary>
internal sealed class SingleRootField(ValidationContext context) : ValidationRule("SingleFieldSubscriptionsRule", context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is OperationNode { Kind: OperationKind.Subscription } operation && Context.Schema.Subscription is { } root)
        {
            Check(operation, root);
        }

        return node is DocumentNode;
    }

    private void Check(OperationNode operation, ObjectType root)
    {
        var fields = new OrderedDictionary<string, List<FieldNode>>();
        var conditions = new List<DirectiveNode>();
        Collect(operation.SelectionSet, root, fields, conditions, []);
        var who = operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";
        if (conditions.Count > 0)
        {
            Report($"{who} must not use `@skip` or `@include` directives in the top level selection.", conditions);
        }

        if (fields.Count > 1)
        {
            Report($"{who} must select only one top level field.", fields.Values.Skip(1).SelectMany(group => group));
        }

        foreach (var group in fields.Values.Where(group => group[0].Name.Value.StartsWith("__", StringComparison.Ordinal)))
        {
            Report($"{who} must not select an introspection top level field.", group);
        }
    }

    private void Collect(
        SelectionSetNode set,
        ObjectType root,
        OrderedDictionary<string, List<FieldNode>> fields,
        List<DirectiveNode> conditions,
        HashSet<string> visited
    )
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var selection in set.Selections)
        {
            conditions.AddRange(
                selection.Directives.Where(directive => directive.Name.Value is SpecifiedDirectives.Skip or SpecifiedDirectives.Include)
            );
            if (selection is FieldNode field)
            {
                fields.TryAdd(field.ResponseKey, []);
                fields[field.ResponseKey].Add(field);
            }
            else if (selection is InlineFragmentNode inline && Applies(inline.TypeCondition, root))
            {
                Collect(inline.SelectionSet, root, fields, conditions, visited);
            }
            else if (
                selection is FragmentSpreadNode spread
                && visited.Add(spread.Name.Value)
                && Context.Fragment(spread.Name.Value) is { } fragment
                && Applies(fragment.TypeCondition, root)
            )
            {
                Collect(fragment.SelectionSet, root, fields, conditions, visited);
            }
        }
    }

    private bool Applies(NamedTypeNode? condition, ObjectType root) =>
        condition is null || (Context.Schema.Find(condition.Name.Value) is { } type && Schema.IsSubType(root, type));
}
