using System.Collections;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution.Resolvers;

/// <summary>
/// Completes values into JSON. Specification section 6.4.3, CompleteValue(): a failed field becomes null by taking back what it wrote,
/// and fails its parent where it must not be null.
/// </summary>
internal sealed class ResolverWriter(ResolverWriterSettings settings, OperationContext context, CancellationToken cancellation)
{
    private readonly PooledBuffer _output = context.Output;
    private readonly List<object> _path = [];

    /// <summary>Writes the value of a root field, or null.</summary>
    /// <exception cref="GraphQLException">The field must not be null and is; its errors are reported already, this one carries none
    /// anew.</exception>
    public void WriteRoot(FieldSelection field, object? root)
    {
        if (!WriteField(field, (ObjectType)field.Parent, root))
        {
            throw new ReportedException();
        }
    }

    /// <summary>Writes key and value; false where the field failed and must not be null.</summary>
    private bool WriteField(FieldSelection field, ObjectType type, object? source)
    {
        cancellation.ThrowIfCancellationRequested();
        _path.Add(field.ResponseKey);
        var isFine = WriteGuarded(new Place(field, type), field.Definition.Type, () => Resolve(field, type, source));
        _path.RemoveAt(_path.Count - 1);
        return isFine;
    }

    private object? Resolve(FieldSelection field, ObjectType type, object? source)
    {
        if (field.IsTypeName)
        {
            return type.Name;
        }

        return field.ArgumentError is { } error
            ? throw new GraphQLException([error])
            : settings.Resolve(source, type, field, context.Values);
    }

    /// <summary>Writes a value, or null in its place with the error reported; false where null is not allowed.</summary>
    private bool WriteGuarded(Place place, SchemaType type, Func<object?> value)
    {
        var start = _output.Length;
        try
        {
            if (WriteValue(place, type, value()))
            {
                return true;
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            context.ReportFailure(failure, place.Field, [.. _path]);
        }

        _output.Truncate(start);
        _output.WriteNull();
        return !type.IsNonNull;
    }

    /// <summary>False where something inside failed and is reported, and nothing there can stand for it.</summary>
    private bool WriteValue(Place place, SchemaType type, object? value)
    {
        switch (type.Nullable)
        {
            case var _ when value is null:
                _output.WriteNull();
                return !type.IsNonNull
                    ? true
                    : throw new GraphQLException(ErrorCodes.InternalServerError, $"Cannot return null for non-nullable field {place}.");
            case ListType list:
                return WriteList(place, list, value);
            case ScalarType or EnumType:
                LeafOutput.Write(_output, type.Definition, value);
                return true;
            default:
                return WriteObject(place.Field, ObjectTypeOf(type.Definition, value), value);
        }
    }

    private bool WriteList(Place place, ListType type, object value)
    {
        if (value is string or not IEnumerable)
        {
            throw new GraphQLException(ErrorCodes.InternalServerError, $"Expected Iterable, but did not find one for field \"{place}\".");
        }

        _output.Write((byte)'[');
        var index = 0;
        foreach (var item in (IEnumerable)value)
        {
            if (index > 0)
            {
                _output.Write((byte)',');
            }

            _path.Add(index++);
            var isFine = WriteGuarded(place, type.Item, () => item is Exception failure ? throw failure : item);
            _path.RemoveAt(_path.Count - 1);
            if (!isFine)
            {
                return false;
            }
        }

        _output.Write((byte)']');
        return true;
    }

    private bool WriteObject(FieldSelection field, ObjectType type, object value)
    {
        _output.Write((byte)'{');
        var isFirst = true;
        foreach (var selection in field.Selections)
        {
            if (!selection.AppliesTo(type.Name) || !selection.IsIncluded(context.Values))
            {
                continue;
            }

            if (!isFirst)
            {
                _output.Write((byte)',');
            }

            isFirst = false;
            _output.Write(selection.EncodedKey.Span);
            if (!WriteField(selection, type, value))
            {
                return false;
            }
        }

        _output.Write((byte)'}');
        return true;
    }

    private ObjectType ObjectTypeOf(TypeDefinition type, object value) =>
        type as ObjectType
        ?? (ObjectType)(
            settings.Schema.Find(settings.TypeOf(value))
            ?? throw new GraphQLException(
                ErrorCodes.InternalServerError,
                $"The value's type \"{settings.TypeOf(value)}\" is no type of the schema."
            )
        );

    /// <summary>A field on the object type that has it.</summary>
    private readonly record struct Place(FieldSelection Field, ObjectType Type)
    {
        public override string ToString() => $"{Type}.{Field.Definition.Name}";
    }
}
