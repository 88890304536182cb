using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>No two operations have one name. Specification section 5.2.2.1.</summary>
internal sealed class OperationNameUniqueness(ValidationContext context) : ValidationRule("UniqueOperationNamesRule", context)
{
    private readonly Dictionary<string, NameNode> _known = [];

    public override bool Enter(SyntaxNode node)
    {
        if (node is OperationNode { Name: { } name } && !_known.TryAdd(name.Value, name))
        {
            Report($"There can be only one operation named \"{name.Value}\".", _known[name.Value], name);
        }

        return node is DocumentNode;
    }
}
