using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>
/// The arguments of the directives that a document may apply: of its schema, of its own definitions, and the specified ones.
/// </summary>
internal sealed class DirectiveArguments
{
    private readonly Dictionary<string, IReadOnlyList<(string Name, string Type, bool IsRequired)>> _arguments = [];

    public DirectiveArguments(ValidationContext context)
    {
        foreach (var directive in context.OptionalSchema?.Directives.Values ?? [])
        {
            _arguments[directive.Name] =
            [
                .. directive.Arguments.Values.Select(argument => (argument.Name, argument.Type.ToString() ?? "", argument.IsRequired)),
            ];
        }

        foreach (var node in SpecifiedDirectives.Nodes.Concat(context.Document.Definitions.OfType<DirectiveDefinitionNode>()))
        {
            _arguments[node.Name.Value] =
            [
                .. node.Arguments.Select(input =>
                    (input.Name.Value, Printer.Print(input.Type), input.Type is NonNullTypeNode && input.DefaultValue is null)
                ),
            ];
        }
    }

    /// <summary>The arguments of a directive, or null where there is no such directive.</summary>
    public IReadOnlyList<(string Name, string Type, bool IsRequired)>? Of(string directive) => _arguments.GetValueOrDefault(directive);
}
