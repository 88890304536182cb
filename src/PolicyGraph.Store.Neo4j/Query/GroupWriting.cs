using System.Text.Json;
using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Writes groups as a list.</summary>
internal sealed class GroupWriting(
    StatementBuilder builder,
    GroupPlan plan,
    Grouping grouping,
    IReadOnlyList<GroupKeyText> keys,
    IReadOnlyList<GroupNumber> numbers
)
{
    /// <param name="rows">Each the keys' values, the keys' nodes, the aggregates.</param>
    public void Write(Utf8JsonWriter writer, JsonElement rows)
    {
        writer.WriteStartArray();
        foreach (var row in rows.EnumerateArray())
        {
            WriteObject(writer, grouping.Fields, row, -1);
        }

        writer.WriteEndArray();
    }

    private void WriteObject(Utf8JsonWriter writer, IReadOnlyList<GroupField> fields, JsonElement group, int key)
    {
        writer.WriteStartObject();
        foreach (var field in fields.Where(field => builder.Hold(field.Conditions)))
        {
            writer.WritePropertyName(field.Key.Name);
            WriteField(writer, field, group, key);
        }

        writer.WriteEndObject();
    }

    private void WriteField(Utf8JsonWriter writer, GroupField field, JsonElement group, int key)
    {
        switch (field)
        {
            case GroupKeyField value:
                writer.WriteStringValue(KeyText(group[0][value.Index < 0 ? key : value.Index]));
                break;
            case GroupNodeField node:
                WriteNode(writer, group, node.Index < 0 ? key : node.Index);
                break;
            case GroupKeysField list:
                writer.WriteStartArray();
                for (var i = 0; i < keys.Count; i++)
                {
                    WriteObject(writer, list.Fields, group, i);
                }

                writer.WriteEndArray();
                break;
            case GroupObjectField inner:
                WriteObject(writer, inner.Fields, group, key);
                break;
            case AggregateField aggregate when Number(group, plan.Place(aggregate.Aggregate)) is { } number:
                writer.WriteRawValue(number.Json, skipInputValidation: true);
                break;
            case GroupConstantField constant:
                writer.WriteRawValue(constant.Json.Span, skipInputValidation: true);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private Value? Number(JsonElement group, int place) => numbers[place].Read(group[2][place]);

    private static string? KeyText(JsonElement key) =>
        key.ValueKind == JsonValueKind.String ? CodeUnitOrder.Back(key.GetString()!) : ValueWriting.Read(key)?.ToString(); // It is one.

    private void WriteNode(Utf8JsonWriter writer, JsonElement group, int key)
    {
        if (keys[key].Node is { } shape && group[1][key].ValueKind == JsonValueKind.Array)
        {
            shape.Write(writer, group[1][key]);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
