using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>Variables are of types that may come in. Specification section 5.8.2.</summary>
internal sealed class VariablesAreInputTypes(ValidationContext context) : ValidationRule("VariablesAreInputTypesRule", context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is VariableDefinitionNode variable && Context.Schema.Resolve(variable.Type) is { IsInput: false })
        {
            Report(
                $"Variable \"${variable.Variable.Name.Value}\" cannot be non-input type \"{Printer.Print(variable.Type)}\".",
                variable.Type
            );
        }

        return true;
    }
}
