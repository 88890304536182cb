using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>Every fragment spread is defined. Specification section 5.5.2.1.</summary>
internal sealed class FragmentSpreadTargetDefined(ValidationContext context) : ValidationRule("KnownFragmentNamesRule", context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is FragmentSpreadNode { Name: var name } && Context.Fragment(name.Value) is null)
        {
            Report($"Unknown fragment \"{name.Value}\".", name);
        }

        return true;
    }
}
