using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>A fragment is spread only where some object can be of its type. Specification section 5.5.2.3.</summary>
internal sealed class FragmentSpreadIsPossible(ValidationContext context) : ValidationRule("PossibleFragmentSpreadsRule", context)
{
    public override bool Enter(SyntaxNode node)
    {
        var parent = Context.Types.Parent;
        if (
            node is InlineFragmentNode
            && Context.Types.Type is TypeDefinition { IsComposite: true } inline
            && parent is not null
            && !Overlap(inline, parent)
        )
        {
            Report($"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{inline}\".", node);
        }
        else if (
            node is FragmentSpreadNode { Name.Value: var name }
            && Target(name) is { } type
            && parent is not null
            && !Overlap(type, parent)
        )
        {
            Report($"Fragment \"{name}\" cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", node);
        }

        return true;
    }

    private TypeDefinition? Target(string fragment) =>
        Context.Fragment(fragment) is { } found && Context.Schema.Find(found.TypeCondition.Name.Value) is { IsComposite: true } type
            ? type
            : null;

    private bool Overlap(TypeDefinition a, TypeDefinition b) =>
        ReferenceEquals(a, b) || Context.Schema.PossibleTypes(a).Intersect(Context.Schema.PossibleTypes(b)).Any();
}
