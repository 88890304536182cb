using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>Every fragment is reached by an operation. Specification section 5.5.1.4.</summary>
internal sealed class FragmentsMustBeUsed(ValidationContext context) : ValidationRule("NoUnusedFragmentsRule", context)
{
    public override bool Enter(SyntaxNode node)
    {
        var definitions = ((DocumentNode)node).Definitions;
        var reached = Context
            .ReachedFragments(definitions.OfType<OperationNode>())
            .Select(fragment => fragment.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in definitions.OfType<FragmentNode>().Where(fragment => !reached.Contains(fragment.Name.Value)))
        {
            Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
        }

        return false;
    }
}
