using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>
/// An argument as a plan sees it, coerced to its type, its structure laid open: an input object is always an <see cref="ObjectArgument"/>
/// whether it came as a literal, by a variable or both, a list of them always a <see cref="ListArgument"/>, and an enum value or null
/// always a <see cref="ConstantArgument"/>. Only scalars and lists of them hide behind an <see cref="SlotArgument"/>.
/// </summary>
public abstract class ArgumentValue
{
    /// <summary>The value with these variables.</summary>
    public abstract InputValue Evaluate(OperationValues values);

    /// <summary>Whether it is the constant null.</summary>
    public bool IsNull => this is ConstantArgument { Value.IsNull: true };
}

/// <summary>A value known when planning.</summary>
public sealed class ConstantArgument(InputValue value) : ArgumentValue
{
    public InputValue Value { get; } = value;

    /// <summary>Whether it stands for an argument that was not given, because the schema has a default.</summary>
    public bool IsDefault { get; init; }

    public override InputValue Evaluate(OperationValues values) => Value;
}

/// <summary>A scalar, or a list of scalars, that comes with the request. Never null: null and absence are structure.</summary>
public sealed class SlotArgument(int slot, string variable, SchemaType type) : ArgumentValue
{
    /// <summary>Where <see cref="OperationValues"/> has it.</summary>
    public int Slot { get; } = slot;

    /// <summary>The variable that it comes from, with the way into it: <c>where.name.eq</c>.</summary>
    public string Variable { get; } = variable;

    /// <summary>The type of the place in the variable that it comes from.</summary>
    public SchemaType Type { get; } = type;

    public override InputValue Evaluate(OperationValues values) => values[Slot];
}

/// <summary>A list of parts of which at least one is not constant, or a list of input objects.</summary>
public sealed class ListArgument(IReadOnlyList<ArgumentValue> items) : ArgumentValue
{
    public IReadOnlyList<ArgumentValue> Items { get; } = items;

    public override InputValue Evaluate(OperationValues values)
    {
        var evaluated = new InputValue[Items.Count];
        for (var i = 0; i < evaluated.Length; i++)
        {
            evaluated[i] = Items[i].Evaluate(values);
        }

        return InputValue.From(evaluated);
    }
}

/// <summary>An input object: the fields given and those with a default, in the order of the type's definition.</summary>
public sealed class ObjectArgument(InputObjectType type, IReadOnlyDictionary<string, ArgumentValue> fields) : ArgumentValue
{
    public InputObjectType Type { get; } = type;

    public IReadOnlyDictionary<string, ArgumentValue> Fields { get; } = fields;

    /// <summary>The field, or null where it was not given and has no default.</summary>
    public ArgumentValue? Field(string name) => Fields.GetValueOrDefault(name);

    public override InputValue Evaluate(OperationValues values) =>
        InputValue.From(new InputObject([.. Fields.Select(field => KeyValuePair.Create(field.Key, field.Value.Evaluate(values)))]));
}
