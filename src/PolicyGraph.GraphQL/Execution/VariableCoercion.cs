using System.Text;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>The variables of one request as values of their types. Specification section 6.1.2, CoerceVariableValues().</summary>
internal sealed class VariableCoercion(Suggestions suggestions)
{
    private const int MaxErrors = 50;

    private readonly List<GraphQLError> _errors = [];
    private readonly List<object> _path = [];
    private OperationVariable _variable = new("", BuiltInScalars.String, Default: null, default);

    /// <summary>
    /// The coerced values in the order of the variables; null where a variable has none (absent, and without a default).
    /// </summary>
    /// <param name="variables">Of the operation.</param>
    /// <param name="given">As they came, in the same order; null where absent.</param>
    /// <param name="suggestions">Whether errors name what is close.</param>
    /// <exception cref="GraphQLException">Carries every value that is none of its type.</exception>
    public static InputValue?[] Coerce(IReadOnlyList<OperationVariable> variables, InputValue?[] given, Suggestions suggestions)
    {
        var coercion = new VariableCoercion(suggestions);
        var values = new InputValue?[variables.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = coercion.Coerce(variables[i], given[i]);
        }

        return coercion._errors.Count == 0 ? values : throw new GraphQLException(coercion._errors);
    }

    private InputValue? Coerce(OperationVariable variable, InputValue? given)
    {
        _variable = variable;
        if (given is not { } value)
        {
            if (variable.Default is null && variable.Type.IsNonNull)
            {
                Report($"Variable \"${variable.Name}\" of required type \"{variable.Type}\" was not provided.");
            }

            return variable.Default;
        }

        if (value.IsNull && variable.Type.IsNonNull)
        {
            Report($"Variable \"${variable.Name}\" of non-null type \"{variable.Type}\" must not be null.");
            return null;
        }

        return Coerce(value, variable.Type);
    }

    private InputValue Coerce(InputValue value, SchemaType type)
    {
        if (type is NonNullType nonNull)
        {
            return value.IsNull ? Refuse(value, $"Expected non-nullable type \"{type}\" not to be null.") : Coerce(value, nonNull.Inner);
        }

        if (value.IsNull)
        {
            return value;
        }

        return type switch
        {
            ListType list => CoerceList(value, list),
            InputObjectType input => CoerceObject(value, input),
            EnumType enumType => CoerceEnum(value, enumType),
            _ => CoerceScalar(value, (ScalarType)type),
        };
    }

    private InputValue CoerceList(InputValue value, ListType type)
    {
        if (value.Kind is not InputKind.List)
        {
            return InputValue.From([Coerce(value, type.Item)]);
        }

        var items = value.AsList();
        var coerced = new InputValue[items.Count];
        for (var i = 0; i < coerced.Length; i++)
        {
            coerced[i] = CoerceAt(i, items[i], type.Item);
        }

        return InputValue.From(coerced);
    }

    private InputValue CoerceObject(InputValue value, InputObjectType type)
    {
        if (value.Kind is not InputKind.Object)
        {
            return Refuse(value, $"Expected type \"{type}\" to be an object.");
        }

        var given = value.AsObject();
        var fields = new List<KeyValuePair<string, InputValue>>();
        foreach (var field in type.Fields.Values)
        {
            CoerceField(fields, field, given);
        }

        foreach (var (name, _) in given.Fields.Where(field => !type.Fields.ContainsKey(field.Key)))
        {
            Refuse(value, $"Field \"{name}\" is not defined by type \"{type}\".{suggestions.For(name, type.Fields.Keys)}");
        }

        if (type.IsOneOf)
        {
            CheckOneOf(value, type, fields);
        }

        return InputValue.From(new InputObject(fields));
    }

    private void CoerceField(List<KeyValuePair<string, InputValue>> fields, InputValueDefinition field, InputObject given)
    {
        if (given.TryGet(field.Name, out var value))
        {
            fields.Add(KeyValuePair.Create(field.Name, CoerceAt(field.Name, value, field.Type)));
        }
        else if (field.HasDefault)
        {
            fields.Add(KeyValuePair.Create(field.Name, field.Default));
        }
        else if (field.Type.IsNonNull)
        {
            Refuse(InputValue.From(given), $"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
        }
    }

    private void CheckOneOf(InputValue value, InputObjectType type, List<KeyValuePair<string, InputValue>> fields)
    {
        if (fields.Count != 1)
        {
            Refuse(value, $"Exactly one key must be specified for OneOf type \"{type}\".");
        }

        if (fields.Count > 0 && fields[0].Value.IsNull && value.AsObject()[fields[0].Key].IsNull)
        {
            _path.Add(fields[0].Key);
            Refuse(InputValue.Null, $"Field \"{fields[0].Key}\" must be non-null.");
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private InputValue CoerceEnum(InputValue value, EnumType type)
    {
        if (value.Kind is not InputKind.String)
        {
            var text = JsonText.Of(value);
            return Refuse(
                value,
                $"Enum \"{type}\" cannot represent non-string value: {text}.{suggestions.DidYouMean(Suggestions.Near(text, type.Values.Keys), "the enum value")}"
            );
        }

        var name = value.AsString();
        return type.Values.ContainsKey(name)
            ? InputValue.Enum(name)
            : Refuse(
                value,
                $"Value \"{name}\" does not exist in \"{type}\" enum.{suggestions.DidYouMean(Suggestions.Near(name, type.Values.Keys), "the enum value")}"
            );
    }

    private InputValue CoerceScalar(InputValue value, ScalarType type)
    {
        try
        {
            return type.Coercion.FromJson(value);
        }
        catch (GraphQLException refusal)
        {
            return Refuse(value, refusal.Message);
        }
    }

    private InputValue CoerceAt(object step, InputValue value, SchemaType type)
    {
        _path.Add(step);
        var coerced = Coerce(value, type);
        _path.RemoveAt(_path.Count - 1);
        return coerced;
    }

    private InputValue Refuse(InputValue value, string reason)
    {
        var at = new StringBuilder();
        if (_path.Count > 0)
        {
            at.Append(" at \"").Append(_variable.Name);
            foreach (var step in _path)
            {
                _ = step is int index ? at.Append('[').Append(index).Append(']') : at.Append('.').Append(step);
            }

            at.Append('"');
        }

        Report($"Variable \"${_variable.Name}\" got invalid value {JsonText.Of(value)}{at}; {reason}");
        return InputValue.Null;
    }

    private void Report(string message)
    {
        if (_errors.Count >= MaxErrors)
        {
            _errors.Add(
                new GraphQLError("Too many errors processing variables, error limit reached. Execution aborted.", ErrorCodes.BadUserInput)
            );
            throw new GraphQLException(_errors);
        }

        _errors.Add(new GraphQLError(message, ErrorCodes.BadUserInput) { Locations = [_variable.Location] });
    }
}
