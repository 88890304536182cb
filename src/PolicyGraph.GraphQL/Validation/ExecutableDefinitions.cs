using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>A document to run holds operations and fragments only. Specification section 5.1.1.</summary>
internal sealed class ExecutableDefinitions(ValidationContext context) : ValidationRule("ExecutableDefinitionsRule", context)
{
    public override bool Enter(SyntaxNode node)
    {
        foreach (var definition in ((DocumentNode)node).Definitions.OfType<TypeSystemNode>())
        {
            var name = (definition as TypeDefinitionNode)?.Name ?? (definition as DirectiveDefinitionNode)?.Name;
            Report($"The {(name is null ? "schema" : $"\"{name.Value}\"")} definition is not executable.", definition);
        }

        return false;
    }
}
