using System.Buffers;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>
/// Splits the values of variables into structure and scalars. The structure decides which plan answers and is written down as a key;
/// the scalars are laid into slots, in the order in which the key meets them.
/// One half does so for a request, the other for the planner: both must walk alike.
/// </summary>
internal static class VariableStructure
{
    private const char Absent = '-';
    private const char Null = '0';
    private const char Scalar = 's';

    /// <summary>Appends the key of these values, and their scalars to the slots.</summary>
    /// <param name="variables">Of the operation.</param>
    /// <param name="values">Coerced; null where absent.</param>
    /// <param name="withBooleans">Whether booleans are structure too (see <see cref="PreparedOperation"/>).</param>
    /// <param name="key">Takes the key.</param>
    /// <param name="slots">Takes the scalars.</param>
    public static void Describe(
        IReadOnlyList<OperationVariable> variables,
        InputValue?[] values,
        bool withBooleans,
        ArrayBufferWriter<char> key,
        List<InputValue> slots
    )
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is not { } value)
            {
                Append(key, Absent);
            }
            else if (withBooleans && value.Kind is InputKind.Boolean)
            {
                Append(key, value.AsBoolean() ? 't' : 'f');
            }
            else
            {
                Describe(value, variables[i].Type.Nullable, key, slots);
            }
        }
    }

    /// <summary>The values as a planner sees them; null where absent.</summary>
    public static ArgumentValue?[] Bind(IReadOnlyList<OperationVariable> variables, InputValue?[] values, bool withBooleans)
    {
        var slot = 0;
        var bound = new ArgumentValue?[values.Length];
        for (var i = 0; i < bound.Length; i++)
        {
            if (values[i] is { } value)
            {
                var isConstant = withBooleans && value.Kind is InputKind.Boolean;
                bound[i] = isConstant ? new ConstantArgument(value) : Bind(value, variables[i].Type, variables[i].Name, ref slot);
            }
        }

        return bound;
    }

    private static void Describe(InputValue value, SchemaType type, ArrayBufferWriter<char> key, List<InputValue> slots)
    {
        if (value.IsNull)
        {
            Append(key, Null);
        }
        else if (type.Definition is ScalarType)
        {
            Append(key, Scalar);
            slots.Add(value);
        }
        else if (type is ListType list)
        {
            Append(key, '[');
            foreach (var item in value.AsList())
            {
                Describe(item, list.Item.Nullable, key, slots);
            }

            Append(key, ']');
        }
        else if (type is EnumType)
        {
            key.Write(value.AsString());
            Append(key, ';');
        }
        else
        {
            DescribeObject(value.AsObject(), (InputObjectType)type, key, slots);
        }
    }

    private static void DescribeObject(InputObject value, InputObjectType type, ArrayBufferWriter<char> key, List<InputValue> slots)
    {
        Append(key, '{');
        foreach (var (name, field) in value.Fields)
        {
            key.Write(name);
            Append(key, ':');
            Describe(field, type.Fields[name].Type.Nullable, key, slots);
        }

        Append(key, '}');
    }

    private static ArgumentValue Bind(InputValue value, SchemaType type, string path, ref int slot)
    {
        var nullable = type.Nullable;
        if (value.IsNull || nullable is EnumType || (nullable is ListType && type.Definition is EnumType))
        {
            return new ConstantArgument(value);
        }

        return nullable switch
        {
            _ when type.Definition is ScalarType => new SlotArgument(slot++, path, type),
            ListType list => BindList(value.AsList(), list, path, ref slot),
            _ => BindObject(value.AsObject(), (InputObjectType)nullable, path, ref slot),
        };
    }

    private static ListArgument BindList(IReadOnlyList<InputValue> values, ListType type, string path, ref int slot)
    {
        var items = new ArgumentValue[values.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Bind(values[i], type.Item, $"{path}.{i}", ref slot);
        }

        return new ListArgument(items);
    }

    private static ObjectArgument BindObject(InputObject value, InputObjectType type, string path, ref int slot)
    {
        var fields = new OrderedDictionary<string, ArgumentValue>();
        foreach (var (name, field) in value.Fields)
        {
            fields.Add(name, Bind(field, type.Fields[name].Type, $"{path}.{name}", ref slot));
        }

        return new ObjectArgument(type, fields);
    }

    private static void Append(ArrayBufferWriter<char> key, char c)
    {
        key.GetSpan(1)[0] = c;
        key.Advance(1);
    }
}
