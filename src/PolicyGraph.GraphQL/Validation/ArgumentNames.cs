using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>Every argument given is one of its field or directive. Specification section 5.4.1.</summary>
internal sealed class ArgumentNames(ValidationContext context) : ValidationRule("KnownArgumentNamesRule", context)
{
    private readonly DirectiveArguments _ofDirectives = new(context);

    public override bool Enter(SyntaxNode node)
    {
        if (node is DirectiveNode directive)
        {
            Check(directive);
            return false;
        }

        if (node is ArgumentNode { Name.Value: var name } && Context.Types is { Argument: null, Field: { } field, Parent: { } parent })
        {
            Report(
                $"Unknown argument \"{name}\" on field \"{parent}.{field.Name}\".{Context.Suggestions.For(name, field.Arguments.Keys)}",
                node
            );
        }

        return true;
    }

    private void Check(DirectiveNode directive)
    {
        if (_ofDirectives.Of(directive.Name.Value)?.Select(argument => argument.Name).ToList() is not { } known)
        {
            return;
        }

        foreach (var argument in directive.Arguments.Where(argument => !known.Contains(argument.Name.Value)))
        {
            Report(
                $"Unknown argument \"{argument.Name.Value}\" on directive "
                    + $"\"@{directive.Name.Value}\".{Context.Suggestions.For(argument.Name.Value, known)}",
                argument
            );
        }
    }
}
