namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>
/// The fields of an input object in the order of its type's definition (of their writing, for values without a type). Absent fields are not
/// there; null ones are.
/// </summary>
public sealed class InputObject(IReadOnlyList<KeyValuePair<string, InputValue>> fields)
{
    public IReadOnlyList<KeyValuePair<string, InputValue>> Fields { get; } = fields;

    /// <summary>The field of that name, if it was given or has a default.</summary>
    public bool TryGet(string name, out InputValue value)
    {
        foreach (var field in Fields)
        {
            if (string.Equals(field.Key, name, StringComparison.Ordinal))
            {
                value = field.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>The field of that name, null where it was not given.</summary>
    public InputValue this[string name] => TryGet(name, out var value) ? value : InputValue.Null;
}
