using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>Every variable used is declared by the operation that reaches the use. Specification section 5.8.3.</summary>
internal sealed class AllVariableUsesDefined(ValidationContext context) : ValidationRule("NoUndefinedVariablesRule", context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is OperationNode operation)
        {
            var declared = operation.Variables.Select(variable => variable.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
            foreach (var usage in Context.Usages(operation).Where(usage => !declared.Contains(usage.Node.Name.Value)))
            {
                var by = operation.Name is { } name ? $" by operation \"{name.Value}\"" : "";
                Report($"Variable \"${usage.Node.Name.Value}\" is not defined{by}.", usage.Node, operation);
            }
        }

        return node is DocumentNode;
    }
}
