using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.Api.Schema;

/// <summary>Reading the syntax tree of a schema's text, and making parts of it from text.</summary>
internal static class Sdl
{
    /// <summary>The definitions that a text holds.</summary>
    public static IReadOnlyList<DefinitionNode> Definitions(string text) => Parser.Parse(new Source(text, "generated types")).Definitions;

    /// <summary>The arguments that a text such as <c>first: Int, after: String</c> declares.</summary>
    public static IReadOnlyList<InputValueDefinitionNode> Arguments(string text) =>
        ((ObjectTypeNode)Definitions($"type T {{ f({text}): Int }}")[0]).Fields[0].Arguments;

    /// <summary>The type that a text such as <c>[Agency!]!</c> names.</summary>
    public static TypeNode Type(string text) => ((ObjectTypeNode)Definitions($"type T {{ f: {text} }}")[0]).Fields[0].Type;

    /// <summary>The directive that a text such as <c>@list</c> applies.</summary>
    public static DirectiveNode Directive(string text) =>
        ((ObjectTypeNode)Definitions($"type T {{ f: Int {text} }}")[0]).Fields[0].Directives[0];

    public static DirectiveNode? Directive(IReadOnlyList<DirectiveNode> directives, string name) =>
        directives.FirstOrDefault(directive => directive.Name.Value == name);

    public static DirectiveNode? Directive(this FieldDefinitionNode field, string name) => Directive(field.Directives, name);

    public static bool Has(this TypeDefinitionNode type, string directive) => Directive(type.Directives, directive) is not null;

    /// <summary>A text or enum argument of a directive, or null.</summary>
    public static string? Text(this DirectiveNode directive, string argument) =>
        Argument(directive, argument) switch
        {
            StringValueNode text => text.Value,
            EnumValueNode word => word.Name,
            _ => null,
        };

    /// <summary>A list argument of a directive; one text stands for a list of one.</summary>
    public static IReadOnlyList<string> Texts(this DirectiveNode directive, string argument) =>
        Argument(directive, argument) switch
        {
            StringValueNode text => [text.Value],
            ListValueNode list => [.. list.Items.OfType<StringValueNode>().Select(item => item.Value)],
            _ => [],
        };

    /// <summary>A truth argument of a directive; false where it is not given.</summary>
    public static bool Flag(this DirectiveNode directive, string argument) =>
        Argument(directive, argument) is BooleanValueNode { Value: true };

    /// <summary>The name inside all lists and <c>!</c>.</summary>
    public static string NamedType(TypeNode type) =>
        type switch
        {
            ListTypeNode list => NamedType(list.Item),
            NonNullTypeNode nonNull => NamedType(nonNull.Inner),
            _ => ((NamedTypeNode)type).Name.Value,
        };

    public static bool IsList(TypeNode type) => type is ListTypeNode or NonNullTypeNode { Inner: ListTypeNode };

    public static IReadOnlyList<FieldDefinitionNode> Fields(TypeDefinitionNode type) =>
        type switch
        {
            ObjectTypeNode node => node.Fields,
            InterfaceTypeNode node => node.Fields,
            _ => [],
        };

    public static IReadOnlyList<NamedTypeNode> Interfaces(TypeDefinitionNode type) =>
        type switch
        {
            ObjectTypeNode node => node.Interfaces,
            InterfaceTypeNode node => node.Interfaces,
            _ => [],
        };

    /// <summary>The same type with other fields.</summary>
    public static TypeDefinitionNode With(TypeDefinitionNode type, IReadOnlyList<FieldDefinitionNode> fields) =>
        type switch
        {
            ObjectTypeNode node => node with { Fields = fields },
            InterfaceTypeNode node => node with { Fields = fields },
            _ => type,
        };

    /// <summary>What an input field that goes by a field is described with: the first sentence of that field's own description.</summary>
    public static string By(FieldDefinitionNode field)
    {
        var words = field.Description?.Value.ReplaceLineEndings(" ") ?? "";
        var end = words.IndexOf(". ", StringComparison.Ordinal);
        return $"By `{field.Name.Value}`: {(end < 0 ? words : words[..(end + 1)])}";
    }

    private static ValueNode? Argument(DirectiveNode directive, string name) =>
        directive.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;
}
