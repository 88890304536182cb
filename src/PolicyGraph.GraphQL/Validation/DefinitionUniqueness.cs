using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>
/// No type, directive, field, enum value, argument or input field is defined twice, extensions counted. Specification sections 3.3, 3.6 to
/// 3.10 and 3.13, "Type Validation".
/// </summary>
internal sealed class DefinitionUniqueness(ValidationContext context) : ValidationRule("UniqueTypeNamesRule", context)
{
    public override bool Enter(SyntaxNode node)
    {
        switch (node)
        {
            case DocumentNode document:
                CheckDocument(document);
                return true;
            case FieldDefinitionNode field:
                Check(
                    field.Arguments.Select(argument => argument.Name),
                    name => $"Argument \"{Owner}.{field.Name.Value}({name}:)\" can only be defined once."
                );
                return false;
            case DirectiveDefinitionNode directive:
                Check(
                    directive.Arguments.Select(argument => argument.Name),
                    name => $"Argument \"@{directive.Name.Value}({name}:)\" can only be defined once."
                );
                return false;
            default:
                return true;
        }
    }

    private string Owner => (Context.Ancestors[^1] as TypeDefinitionNode)?.Name.Value ?? "";

    private void CheckDocument(DocumentNode document)
    {
        var types = document.Definitions.OfType<TypeDefinitionNode>().ToList();
        Check(types.Where(type => !type.IsExtension).Select(type => type.Name), name => $"There can be only one type named \"{name}\".");
        Check(
            document.Definitions.OfType<DirectiveDefinitionNode>().Select(directive => directive.Name),
            name => $"There can be only one directive named \"@{name}\"."
        );
        foreach (var parts in types.GroupBy(type => type.Name.Value, StringComparer.Ordinal))
        {
            Check(parts.SelectMany(Members), name => $"\"{parts.Key}.{name}\" can only be defined once.");
        }
    }

    private static IEnumerable<NameNode> Members(TypeDefinitionNode type) =>
        type switch
        {
            ObjectTypeNode node => node.Fields.Select(field => field.Name),
            InterfaceTypeNode node => node.Fields.Select(field => field.Name),
            InputObjectTypeNode node => node.Fields.Select(field => field.Name),
            EnumTypeNode node => node.Values.Select(value => value.Name),
            _ => [],
        };

    private void Check(IEnumerable<NameNode> names, Func<string, string> message)
    {
        foreach (var group in Repeated(names))
        {
            Report(message(group.Key), group);
        }
    }
}
