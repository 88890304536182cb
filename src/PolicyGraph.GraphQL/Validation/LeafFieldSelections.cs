using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>Leaves have no selections, everything else has. Specification section 5.3.3.</summary>
internal sealed class LeafFieldSelections(ValidationContext context) : ValidationRule("ScalarLeafsRule", context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is not FieldNode field || Context.Types.Type is not { } type)
        {
            return true;
        }

        var name = field.Name.Value;
        if (type.Definition.IsLeaf && field.SelectionSet is { } selections)
        {
            Report($"Field \"{name}\" must not have a selection since type \"{type}\" has no subfields.", selections);
        }
        else if (!type.Definition.IsLeaf && field.SelectionSet is null)
        {
            Report($"Field \"{name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{name} {{ ... }}\"?", field);
        }

        return true;
    }
}
