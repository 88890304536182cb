using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>What is extended is defined, and of the same kind. Specification section 3.4.3, "Type Extensions".</summary>
internal sealed class PossibleTypeExtensions(ValidationContext context) : ValidationRule("PossibleTypeExtensionsRule", context)
{
    public override bool Enter(SyntaxNode node)
    {
        var types = ((DocumentNode)node).Definitions.OfType<TypeDefinitionNode>().ToList();
        var defined = types.Where(type => !type.IsExtension).ToLookup(type => type.Name.Value, StringComparer.Ordinal);
        foreach (var extension in types.Where(type => type.IsExtension))
        {
            var name = extension.Name.Value;
            if (defined[name].FirstOrDefault() is not { } definition)
            {
                Report(
                    $"Cannot extend type \"{name}\" because it is not "
                        + $"defined.{Context.Suggestions.For(name, defined.Select(group => group.Key))}",
                    extension.Name
                );
            }
            else if (definition.GetType() != extension.GetType())
            {
                Report($"Cannot extend type \"{name}\": the extension is of another kind than the definition.", definition, extension);
            }
        }

        return false;
    }
}
