using System.Text.Json;
using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Embedded.Operators;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Puts nodes into groups and writes them as a list.</summary>
internal sealed class GroupWriting(StatementBuilder builder, GroupPlan plan, Grouping grouping, IReadOnlyList<Part?> nodes)
{
    public void Write(Utf8JsonWriter writer, JsonElement rows)
    {
        var groups = new Dictionary<Value?[], NeoGroup>(KeyEquality.Instance);
        foreach (var row in rows.EnumerateArray())
        {
            Add(groups, row, []);
        }

        var all = groups.Values.ToList();
        all.ForEach(group => group.Settle(plan));
        all.RemoveAll(group => !plan.Having.All(having => Comparing.Fits(group.Numbers[having.Aggregate], having.Comparison, builder.Value(having.Value))));
        all.Sort(Compare);
        var from = (int)Math.Clamp(builder.Integer(grouping.Skip) ?? 0, 0, all.Count);
        var count = (int)Math.Clamp(builder.Integer(grouping.First) ?? int.MaxValue, 0, all.Count - from);
        writer.WriteStartArray();
        foreach (var group in all.GetRange(from, count))
        {
            WriteObject(writer, grouping.Fields, group, -1);
        }

        writer.WriteEndArray();
    }

    /// <summary>A node stands in a group for each combination of its keys' values; one that has none of a key stands under its absence.</summary>
    private static void Add(Dictionary<Value?[], NeoGroup> groups, JsonElement row, IReadOnlyList<(Value? Value, JsonElement Node)> chosen)
    {
        var keys = row[0];
        if (chosen.Count < keys.GetArrayLength())
        {
            var values = keys[chosen.Count].EnumerateArray().Select(pair => (Value: ValueWriting.Read(pair[0]), Node: pair[1])).DistinctBy(pair => pair.Value).ToList();
            foreach (var value in values.Count == 0 ? [default] : values)
            {
                Add(groups, row, [.. chosen, value]);
            }

            return;
        }

        var key = chosen.Select(one => one.Value).ToArray();
        if (!groups.TryGetValue(key, out var group))
        {
            groups.Add(key, group = new NeoGroup(key, [.. chosen.Select(one => one.Node)]));
        }

        group.Rows.Add(row[1]);
    }

    private int Compare(NeoGroup? left, NeoGroup? right)
    {
        foreach (var (aggregate, key, descending) in plan.Order)
        {
            var order = aggregate >= 0
                ? Compare(left!.Numbers[aggregate], right!.Numbers[aggregate], descending) // The list holds no nulls.
                : Compare(left!.Keys[key], right!.Keys[key], descending);
            if (order != 0)
            {
                return order;
            }
        }

        return left!.Keys.Zip(right!.Keys).Select(pair => Compare(pair.First, pair.Second, descending: false)).FirstOrDefault(order => order != 0);
    }

    private static int Compare(Value? left, Value? right, bool descending) => SortKey.Compare(new SortKey(left, null), new SortKey(right, null), descending);

    private void WriteObject(Utf8JsonWriter writer, IReadOnlyList<GroupField> fields, NeoGroup group, int key)
    {
        writer.WriteStartObject();
        foreach (var field in fields.Where(field => builder.Hold(field.Conditions)))
        {
            writer.WritePropertyName(field.Key.Name);
            WriteField(writer, field, group, key);
        }

        writer.WriteEndObject();
    }

    private void WriteField(Utf8JsonWriter writer, GroupField field, NeoGroup group, int key)
    {
        switch (field)
        {
            case GroupKeyField value:
                writer.WriteStringValue(group.Keys[value.Index < 0 ? key : value.Index]?.ToString());
                break;
            case GroupNodeField node:
                WriteNode(writer, group, node.Index < 0 ? key : node.Index);
                break;
            case GroupKeysField list:
                writer.WriteStartArray();
                for (var i = 0; i < group.Keys.Length; i++)
                {
                    WriteObject(writer, list.Fields, group, i);
                }

                writer.WriteEndArray();
                break;
            case GroupObjectField inner:
                WriteObject(writer, inner.Fields, group, key);
                break;
            case AggregateField aggregate when group.Numbers[plan.Place(aggregate.Aggregate)] is { } number:
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

    private void WriteNode(Utf8JsonWriter writer, NeoGroup group, int key)
    {
        if (nodes[key] is { } shape && group.Nodes[key].ValueKind == JsonValueKind.Array)
        {
            shape.Write(writer, group.Nodes[key]);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
