using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>The arguments of a field as its plan sees them. Specification section 6.4.1, CoerceArgumentValues().</summary>
/// <param name="document">For the places of errors.</param>
/// <param name="variables">The operation's variables as bound to one structure, by name; null where absent.</param>
internal sealed class ArgumentBuilder(DocumentNode document, IReadOnlyDictionary<string, ArgumentValue?> variables)
{
    /// <summary>
    /// The arguments by name, in the order of their definition: those given, and defaults.
    /// </summary>
    /// <exception cref="GraphQLException">A variable brings null, or nothing, where a value must be.</exception>
    public IReadOnlyDictionary<string, ArgumentValue> Build(
        IReadOnlyDictionary<string, InputValueDefinition> definitions,
        IReadOnlyList<ArgumentNode> given,
        SyntaxNode owner
    )
    {
        var arguments = new OrderedDictionary<string, ArgumentValue>();
        foreach (var definition in definitions.Values)
        {
            var node = given.FirstOrDefault(argument => string.Equals(argument.Name.Value, definition.Name, StringComparison.Ordinal));
            if (Build(definition, node?.Value, owner) is { } value)
            {
                arguments.Add(definition.Name, value);
            }
        }

        return arguments;
    }

    private ArgumentValue? Build(InputValueDefinition definition, ValueNode? literal, SyntaxNode owner)
    {
        var value = literal is null ? null : Build(literal, definition.Type);
        if (value is null)
        {
            return definition.HasDefault ? FromConstant(definition.Default, definition.Type)
                : definition.Type.IsNonNull ? throw Missing(definition, literal, owner)
                : null;
        }

        return value.IsNull && definition.Type.IsNonNull
            ? throw Failure($"Argument \"{definition.Name}\" of non-null type \"{definition.Type}\" must not be null.", literal ?? owner)
            : value;
    }

    private GraphQLException Missing(InputValueDefinition definition, ValueNode? literal, SyntaxNode owner)
    {
        var start = $"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was";
        return literal is VariableNode variable
            ? Failure($"{start} provided the variable \"${variable.Name.Value}\" which was not provided a runtime value.", variable)
            : Failure($"{start} not provided.", owner);
    }

    /// <summary>Null for a variable without a value.</summary>
    private ArgumentValue? Build(ValueNode literal, SchemaType type) =>
        (literal, type.Nullable) switch
        {
            (VariableNode variable, _) => variables.GetValueOrDefault(variable.Name.Value),
            (NullValueNode, _) => new ConstantArgument(InputValue.Null),
            (ListValueNode list, ListType listType) => BuildList(list.Items, listType),
            (_, ListType listType) => BuildList([literal], listType),
            (ObjectValueNode node, InputObjectType input) => BuildObject(node, input),
            _ => new ConstantArgument(LiteralCoercion.Coerce(literal, type)),
        };

    private ArgumentValue BuildList(IReadOnlyList<ValueNode> nodes, ListType type)
    {
        var items = nodes.Select(node => BuildItem(node, type.Item)).ToList();
        return type.Definition is not InputObjectType && items.TrueForAll(item => item is ConstantArgument)
            ? new ConstantArgument(InputValue.From([.. items.Select(item => ((ConstantArgument)item).Value)]))
            : new ListArgument(items);
    }

    private ArgumentValue BuildItem(ValueNode node, SchemaType type)
    {
        var item = Build(node, type) ?? new ConstantArgument(InputValue.Null);
        return item.IsNull && type.IsNonNull ? throw Failure($"A list of \"{type}\" must not contain null.", node) : item;
    }

    private ObjectArgument BuildObject(ObjectValueNode node, InputObjectType type)
    {
        var fields = new OrderedDictionary<string, ArgumentValue>();
        foreach (var definition in type.Fields.Values)
        {
            var given = node.Fields.FirstOrDefault(field => string.Equals(field.Name.Value, definition.Name, StringComparison.Ordinal));
            if (Build(definition, given?.Value, node) is { } value)
            {
                fields.Add(definition.Name, value);
            }
        }

        return new ObjectArgument(type, fields);
    }

    private static ArgumentValue FromConstant(InputValue value, SchemaType type) =>
        (value.Kind, type.Nullable) switch
        {
            (InputKind.Object, InputObjectType input) => new ObjectArgument(input, FromFields(value.AsObject(), input)),
            (InputKind.List, ListType list) when list.Definition is InputObjectType => new ListArgument([
                .. value.AsList().Select(item => FromConstant(item, list.Item)),
            ]),
            _ => new ConstantArgument(value) { IsDefault = true },
        };

    private static OrderedDictionary<string, ArgumentValue> FromFields(InputObject value, InputObjectType type)
    {
        var fields = new OrderedDictionary<string, ArgumentValue>();
        foreach (var (name, field) in value.Fields)
        {
            fields.Add(name, FromConstant(field, type.Fields[name].Type));
        }

        return fields;
    }

    private GraphQLException Failure(string message, SyntaxNode node) =>
        new([new GraphQLError(message, ErrorCodes.BadUserInput) { Locations = [document.LocationOf(node)] }]);
}
