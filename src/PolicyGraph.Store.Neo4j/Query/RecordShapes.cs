using System.Text.Json;
using PolicyGraph.Store.Neo4j.Loading;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Objects of the answer over something that is read here, not in the statement: an article, a finding, a highlight.</summary>
internal static class RecordShapes
{
    /// <summary>The writer of an object with the fields that are asked for.</summary>
    /// <param name="property">Reads a property by its name.</param>
    public static Action<Utf8JsonWriter, T> Object<T>(StatementBuilder builder, Shape shape, Func<string, Func<T, object?>> property)
    {
        var fields = shape
            .Fields.Where(field => builder.Hold(field.Conditions))
            .Select(field => (field.Key, Write: Field(builder, field, property)))
            .ToList();
        return (writer, item) =>
        {
            writer.WriteStartObject();
            foreach (var (key, write) in fields)
            {
                writer.WritePropertyName(key.Name);
                write(writer, item);
            }

            writer.WriteEndObject();
        };
    }

    private static Action<Utf8JsonWriter, T> Field<T>(StatementBuilder builder, OutputField field, Func<string, Func<T, object?>> property)
    {
        switch (field)
        {
            case PropertyField plain:
                var read = property(plain.Property);
                return (writer, item) => NeoValues.WriteAny(writer, read(item));
            case ConstantField constant:
                return (writer, _) => writer.WriteRawValue(constant.Json.Span, skipInputValidation: true);
            case ObjectField inner:
                var values = inner.NullUnless.Select(property).ToList();
                var write = Object(builder, inner.Shape, property);
                return (writer, item) =>
                {
                    if (values.Count > 0 && values.TrueForAll(value => value(item) is null))
                    {
                        writer.WriteNullValue();
                    }
                    else
                    {
                        write(writer, item);
                    }
                };
            default:
                throw new UnknownNameException($"A {field.GetType().Name} cannot be asked of a {typeof(T).Name}.");
        }
    }
}
