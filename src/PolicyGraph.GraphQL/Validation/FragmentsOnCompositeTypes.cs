using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>
/// Fragments are on types that have selections. Specification section 5.5.1.3, "Fragments on Object, Interface or Union Types".
/// </summary>
internal sealed class FragmentsOnCompositeTypes(ValidationContext context) : ValidationRule("FragmentsOnCompositeTypesRule", context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is InlineFragmentNode { TypeCondition: { } inline } && IsLeaf(inline))
        {
            Report($"Fragment cannot condition on non composite type \"{inline.Name.Value}\".", inline);
        }
        else if (node is FragmentNode { TypeCondition: var named } fragment && IsLeaf(named))
        {
            Report($"Fragment \"{fragment.Name.Value}\" cannot condition on non composite type \"{named.Name.Value}\".", named);
        }

        return true;
    }

    private bool IsLeaf(NamedTypeNode condition) => Context.Schema.Find(condition.Name.Value) is { IsComposite: false };
}
