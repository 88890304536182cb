using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>
/// A schema's text holds no operations, one <c>schema</c> at most, and each root once. Specification sections 3.1 and 3.3.
/// </summary>
internal sealed class LoneSchemaDefinition(ValidationContext context) : ValidationRule("LoneSchemaDefinitionRule", context)
{
    public override bool Enter(SyntaxNode node)
    {
        var definitions = ((DocumentNode)node).Definitions;
        foreach (var definition in definitions.Where(definition => definition is not TypeSystemNode))
        {
            Report("A schema holds no operations and fragments.", definition);
        }

        foreach (var another in definitions.OfType<SchemaNode>().Where(schema => !schema.IsExtension).Skip(1))
        {
            Report("Must provide only one schema definition.", another);
        }

        foreach (
            var roots in definitions
                .OfType<SchemaNode>()
                .SelectMany(schema => schema.OperationTypes)
                .GroupBy(root => root.Kind)
                .Where(group => group.Skip(1).Any())
        )
        {
            Report($"There can be only one {roots.Key.ToString().ToLowerInvariant()} type in schema.", roots);
        }

        return false;
    }
}
