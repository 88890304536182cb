using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>No two fragments have one name. Specification section 5.5.1.1.</summary>
internal sealed class FragmentNameUniqueness(ValidationContext context) : ValidationRule("UniqueFragmentNamesRule", context)
{
    private readonly Dictionary<string, NameNode> _known = [];

    public override bool Enter(SyntaxNode node)
    {
        if (node is FragmentNode { Name: var name } && !_known.TryAdd(name.Value, name))
        {
            Report($"There can be only one fragment named \"{name.Value}\".", _known[name.Value], name);
        }

        return node is DocumentNode;
    }
}
