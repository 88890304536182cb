using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>Every variable declared is used. Specification section 5.8.4.</summary>
internal sealed class AllVariablesUsed(ValidationContext context) : ValidationRule("NoUnusedVariablesRule", context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is OperationNode operation)
        {
            var used = Context.Usages(operation).Select(usage => usage.Node.Name.Value).ToHashSet(StringComparer.Ordinal);
            foreach (var variable in operation.Variables.Where(variable => !used.Contains(variable.Variable.Name.Value)))
            {
                var where = operation.Name is { } name ? $" in operation \"{name.Value}\"" : "";
                Report($"Variable \"${variable.Variable.Name.Value}\" is never used{where}.", variable);
            }
        }

        return node is DocumentNode;
    }
}
