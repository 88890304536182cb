using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>No argument is given twice. Specification section 5.4.2.</summary>
internal sealed class ArgumentUniqueness(ValidationContext context) : ValidationRule("UniqueArgumentNamesRule", context)
{
    public override bool Enter(SyntaxNode node)
    {
        var arguments = (node as FieldNode)?.Arguments ?? (node as DirectiveNode)?.Arguments ?? [];
        foreach (var group in Repeated(arguments.Select(argument => argument.Name)))
        {
            Report($"There can be only one argument named \"{group.Key}\".", group);
        }

        return true;
    }
}
