using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>Every argument that must be given is. Specification section 5.4.2.1, "Required Arguments".</summary>
internal sealed class RequiredArguments(ValidationContext context) : ValidationRule("ProvidedRequiredArgumentsRule", context)
{
    private readonly DirectiveArguments _ofDirectives = new(context);

    public override void Leave(SyntaxNode node)
    {
        if (node is FieldNode field && Context.Types.Field is { } definition)
        {
            foreach (
                var missing in definition.Arguments.Values.Where(argument =>
                    argument.IsRequired && !IsGiven(field.Arguments, argument.Name)
                )
            )
            {
                Report(
                    $"Field \"{definition.Name}\" argument \"{missing.Name}\" of type \"{missing.Type}\" is required, but it was not "
                        + "provided.",
                    node
                );
            }
        }
        else if (node is DirectiveNode directive)
        {
            var arguments = _ofDirectives.Of(directive.Name.Value) ?? [];
            foreach (var missing in arguments.Where(argument => argument.IsRequired && !IsGiven(directive.Arguments, argument.Name)))
            {
                Report(
                    $"Directive \"@{directive.Name.Value}\" argument \"{missing.Name}\" of type \"{missing.Type}\" is required, but "
                        + "it was not provided.",
                    node
                );
            }
        }
    }

    private static bool IsGiven(IReadOnlyList<ArgumentNode> arguments, string name) =>
        arguments.Any(argument => string.Equals(argument.Name.Value, name, StringComparison.Ordinal));
}
