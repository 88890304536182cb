using System.Runtime.CompilerServices;
using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>
/// Introspection does not go round in circles: fewer than three lists of fields, interfaces, possible types or input fields inside one
/// another. A rule of the reference implementation, not of the specification.
/// </summary>
internal sealed class IntrospectionDepth(ValidationContext context) : ValidationRule("MaxIntrospectionDepthRule", context)
{
    private const int MaxLists = 3;

    private readonly Dictionary<string, int> _fine = [];

    public override bool Enter(SyntaxNode node)
    {
        if (node is not FieldNode { Name.Value: "__schema" or "__type" } field || !IsTooDeep(field, 0, []))
        {
            return true;
        }

        Report("Maximum introspection depth exceeded", field);
        return false;
    }

    private bool IsTooDeep(SelectionNode selection, int lists, HashSet<string> open)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (selection)
        {
            case FragmentSpreadNode spread:
                return IsTooDeep(spread.Name.Value, lists, open);
            case FieldNode { SelectionSet: var inner } field:
                var deeper = field.Name.Value is "fields" or "interfaces" or "possibleTypes" or "inputFields" ? lists + 1 : lists;
                return deeper >= MaxLists || (inner?.Selections.Any(child => IsTooDeep(child, deeper, open)) ?? false);
            default:
                return ((InlineFragmentNode)selection).SelectionSet.Selections.Any(child => IsTooDeep(child, lists, open));
        }
    }

    private bool IsTooDeep(string fragment, int lists, HashSet<string> open)
    {
        var isKnownFine = _fine.TryGetValue(fragment, out var fineAt) && fineAt >= lists;
        if (isKnownFine || Context.Fragment(fragment) is not { } definition || !open.Add(fragment))
        {
            return false;
        }

        var isTooDeep = definition.SelectionSet.Selections.Any(child => IsTooDeep(child, lists, open));
        open.Remove(fragment);
        if (!isTooDeep)
        {
            _fine[fragment] = lists;
        }

        return isTooDeep;
    }
}
