using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>A subscription has one root field, which is not of introspection. Specification section 5.2.4.1, CollectSubscriptionFields().</summary>
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
        Collect(operation.SelectionSet, root, fields, []);
        var who = operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";
        if (fields.Count > 1)
        {
            Report($"{who} must select only one top level field.", fields.Values.Skip(1).SelectMany(group => group));
        }

        foreach (var group in fields.Values.Where(group => group[0].Name.Value.StartsWith("__", StringComparison.Ordinal)))
        {
            Report($"{who} must not select an introspection top level field.", group);
        }
    }

    private void Collect(SelectionSetNode set, ObjectType root, OrderedDictionary<string, List<FieldNode>> fields, HashSet<string> visited)
    {
        foreach (var selection in set.Selections.Where(IsTaken))
        {
            if (selection is FieldNode field)
            {
                fields.TryAdd(field.ResponseKey, []);
                fields[field.ResponseKey].Add(field);
            }
            else if (selection is InlineFragmentNode inline && Applies(inline.TypeCondition, root))
            {
                Collect(inline.SelectionSet, root, fields, visited);
            }
            else if (selection is FragmentSpreadNode spread && visited.Add(spread.Name.Value)
                && Context.Fragment(spread.Name.Value) is { } fragment && Applies(fragment.TypeCondition, root))
            {
                Collect(fragment.SelectionSet, root, fields, visited);
            }
        }
    }

    private bool Applies(NamedTypeNode? condition, ObjectType root) =>
        condition is null || (Context.Schema.Find(condition.Name.Value) is { } type && Schema.IsSubType(root, type));

    private static bool IsTaken(SelectionNode selection) =>
        !HasCondition(selection, SpecifiedDirectives.Skip, value: true) && !HasCondition(selection, SpecifiedDirectives.Include, value: false);

    private static bool HasCondition(SelectionNode selection, string directive, bool value) => selection.Directives.Any(node =>
        string.Equals(node.Name.Value, directive, StringComparison.Ordinal)
        && node.Arguments is [{ Name.Value: "if", Value: BooleanValueNode { Value: var given } }] && given == value);
}
