using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>No two variables of an operation have one name. Specification section 5.8.1.</summary>
internal sealed class VariableUniqueness(ValidationContext context) : ValidationRule("UniqueVariableNamesRule", context)
{
    public override bool Enter(SyntaxNode node)
    {
        foreach (
            var group in node is OperationNode operation ? Repeated(operation.Variables.Select(variable => variable.Variable.Name)) : []
        )
        {
            Report($"There can be only one variable named \"${group.Key}\".", group);
        }

        return node is DocumentNode;
    }
}
