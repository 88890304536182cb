using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>
/// Literals without variables as values of a type: defaults, and the arguments of directives. Specification sections 3.5 to 3.12, "Input
/// Coercion".
/// </summary>
public static class LiteralCoercion
{
    /// <summary>
    /// The value of a literal as one of this type.
    /// </summary>
    /// <exception cref="GraphQLException">It is none; the message says which part and why.</exception>
    public static InputValue Coerce(ValueNode literal, SchemaType type) =>
        type switch
        {
            NonNullType nonNull => literal is NullValueNode
                ? throw Refuse($"Expected value of type \"{type}\", found null.")
                : Coerce(literal, nonNull.Inner),
            _ when literal is NullValueNode => InputValue.Null,
            ListType list => literal is ListValueNode items
                ? InputValue.From([.. items.Items.Select(item => Coerce(item, list.Item))])
                : InputValue.From([Coerce(literal, list.Item)]),
            InputObjectType input => CoerceObject(literal, input),
            EnumType enumType => CoerceEnum(literal, enumType),
            ScalarType scalar => scalar.Coercion.FromLiteral(literal),
            _ => throw Refuse($"Type \"{type}\" takes no input."),
        };

    /// <summary>The arguments of a directive where it is applied: those given, and the defaults of those not given.</summary>
    public static InputObject Arguments(IReadOnlyList<ArgumentNode> given, IReadOnlyDictionary<string, InputValueDefinition> definitions)
    {
        var fields = new List<KeyValuePair<string, InputValue>>();
        foreach (var definition in definitions.Values)
        {
            var argument = given.FirstOrDefault(node => string.Equals(node.Name.Value, definition.Name, StringComparison.Ordinal));
            AddField(fields, definition, argument?.Value);
        }

        return new InputObject(fields);
    }

    private static InputValue CoerceEnum(ValueNode literal, EnumType type) =>
        literal is EnumValueNode name && type.Values.ContainsKey(name.Name)
            ? InputValue.Enum(name.Name)
            : throw Refuse($"Expected value of type \"{type}\", found {Printer.Print(literal)}.");

    private static InputValue CoerceObject(ValueNode literal, InputObjectType type)
    {
        if (literal is not ObjectValueNode node)
        {
            throw Refuse($"Expected value of type \"{type}\", found {Printer.Print(literal)}.");
        }

        var unknown = node.Fields.FirstOrDefault(field => !type.Fields.ContainsKey(field.Name.Value));
        if (unknown is not null)
        {
            throw Refuse($"Field \"{unknown.Name.Value}\" is not defined by type \"{type}\".");
        }

        var fields = new List<KeyValuePair<string, InputValue>>();
        foreach (var definition in type.Fields.Values)
        {
            AddField(
                fields,
                definition,
                node.Fields.FirstOrDefault(field => string.Equals(field.Name.Value, definition.Name, StringComparison.Ordinal))?.Value
            );
        }

        return type.IsOneOf && !(node.Fields.Count == 1 && !fields[0].Value.IsNull)
            ? throw Refuse($"Exactly one key must be specified for OneOf type \"{type}\".")
            : InputValue.From(new InputObject(fields));
    }

    private static void AddField(List<KeyValuePair<string, InputValue>> fields, InputValueDefinition definition, ValueNode? literal)
    {
        if (literal is not null)
        {
            fields.Add(KeyValuePair.Create(definition.Name, Coerce(literal, definition.Type)));
        }
        else if (definition.HasDefault)
        {
            fields.Add(KeyValuePair.Create(definition.Name, definition.Default));
        }
        else if (definition.IsRequired)
        {
            throw Refuse($"\"{definition.Name}\" of required type \"{definition.Type}\" was not provided.");
        }
    }

    private static GraphQLException Refuse(string message) => new(ErrorCodes.BadUserInput, message);
}
