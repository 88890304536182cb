using System.Globalization;
using System.Text;

namespace PolicyGraph.GraphQL.Language;

/// <summary>
/// Syntax trees as text, in the form that the reference implementation prints: what it prints reads back as the same tree.
/// </summary>
public static partial class Printer
{
    private const int MaxLineLength = 80;

    /// <summary>Any node as text, without a line break at its end.</summary>
    public static string Print(SyntaxNode node) =>
        node switch
        {
            DocumentNode document => string.Join("\n\n", document.Definitions.Select(Print)),
            TypeSystemNode definition => PrintTypeSystem(definition),
            OperationNode operation => PrintOperation(operation),
            FragmentNode fragment =>
                $"{Description(fragment.Description)}fragment {fragment.Name.Value} on {Print(fragment.TypeCondition)} {Directives(fragment.Directives, "", " ")}{Print(fragment.SelectionSet)}",
            VariableDefinitionNode variable => PrintVariableDefinition(variable),
            SelectionSetNode set => Block(set.Selections),
            FieldNode field => PrintField(field),
            FragmentSpreadNode spread => $"...{spread.Name.Value}{Directives(spread.Directives, " ", "")}",
            InlineFragmentNode inline => PrintInlineFragment(inline),
            ArgumentNode argument => $"{argument.Name.Value}: {Print(argument.Value)}",
            DirectiveNode directive => $"@{directive.Name.Value}{Wrap("(", Join(directive.Arguments, ", "), ")")}",
            NameNode name => name.Value,
            ValueNode value => PrintValue(value),
            ObjectFieldNode field => $"{field.Name.Value}: {Print(field.Value)}",
            TypeNode type => PrintType(type),
            _ => PrintMember(node),
        };

    /// <summary>A string literal in quotes; control characters escaped as JSON and GraphQL both read them.</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                _ when char.IsControl(c) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => text.Append(c),
            };
        }

        return text.Append('"').ToString();
    }

    private static string PrintOperation(OperationNode operation)
    {
        var variables = operation.Variables.Select(Print).ToList();
        var declared = variables.Any(text => text.Contains('\n', StringComparison.Ordinal))
            ? Wrap("(\n", string.Join('\n', variables), "\n)")
            : Wrap("(", string.Join(", ", variables), ")");
        var keyword = operation.Kind.ToString().ToLowerInvariant();
        var head = JoinParts(" ", keyword, operation.Name?.Value + declared, Directives(operation.Directives, "", ""));
        var prefix = Description(operation.Description) + head;
        return prefix is "query" ? Print(operation.SelectionSet) : $"{prefix} {Print(operation.SelectionSet)}";
    }

    private static string PrintVariableDefinition(VariableDefinitionNode node) =>
        $"{Description(node.Description)}{Print(node.Variable)}: {Print(node.Type)}{(node.DefaultValue is { } value ? $" = {Print(value)}" : "")}{Directives(node.Directives, " ", "")}";

    private static string PrintField(FieldNode field)
    {
        var prefix = field.Alias is { } alias ? $"{alias.Value}: {field.Name.Value}" : field.Name.Value;
        var line = prefix + Wrap("(", Join(field.Arguments, ", "), ")");
        if (line.Length > MaxLineLength)
        {
            line = prefix + Wrap("(\n", Indent(Join(field.Arguments, "\n")), "\n)");
        }

        return JoinParts(" ", line, Directives(field.Directives, "", ""), field.SelectionSet is { } set ? Print(set) : "");
    }

    private static string PrintInlineFragment(InlineFragmentNode inline) =>
        JoinParts(
            " ",
            "...",
            inline.TypeCondition is { } condition ? $"on {Print(condition)}" : "",
            Directives(inline.Directives, "", ""),
            Print(inline.SelectionSet)
        );

    private static string PrintValue(ValueNode value) =>
        value switch
        {
            VariableNode variable => $"${variable.Name.Value}",
            IntValueNode number => number.Text,
            FloatValueNode number => number.Text,
            StringValueNode { IsBlock: true } text => BlockString.Print(text.Value),
            StringValueNode text => Quote(text.Value),
            BooleanValueNode boolean => boolean.Value ? "true" : "false",
            EnumValueNode name => name.Name,
            ListValueNode list => $"[{Join(list.Items, ", ")}]",
            ObjectValueNode fields => $"{{{Join(fields.Fields, ", ")}}}",
            _ => "null",
        };

    private static string PrintType(TypeNode type) =>
        type switch
        {
            ListTypeNode list => $"[{Print(list.Item)}]",
            NonNullTypeNode nonNull => $"{Print(nonNull.Inner)}!",
            _ => ((NamedTypeNode)type).Name.Value,
        };

    private static string Description(StringValueNode? description) => description is null ? "" : $"{PrintValue(description)}\n";

    private static string Directives(IReadOnlyList<DirectiveNode> directives, string before, string after) =>
        Wrap(before, Join(directives, " "), after);

    private static string Block(IEnumerable<SyntaxNode> nodes) => Wrap("{\n", Indent(Join(nodes, "\n")), "\n}");

    private static string Indent(string text) => text.Length == 0 ? "" : $"  {text.Replace("\n", "\n  ", StringComparison.Ordinal)}";

    private static string Wrap(string before, string text, string after) => text.Length == 0 ? "" : before + text + after;

    private static string Join(IEnumerable<SyntaxNode> nodes, string separator) => string.Join(separator, nodes.Select(Print));

    private static string JoinParts(string separator, params IEnumerable<string> parts) =>
        string.Join(separator, parts.Where(part => part.Length > 0));
}
