using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>An operation without a name is the only one. Specification section 5.2.3.1.</summary>
internal sealed class LoneAnonymousOperation(ValidationContext context) : ValidationRule("LoneAnonymousOperationRule", context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is OperationNode { Name: null } && Context.Document.Definitions.OfType<OperationNode>().Skip(1).Any())
        {
            Report("This anonymous operation must be the only defined operation.", node);
        }

        return node is DocumentNode;
    }
}
