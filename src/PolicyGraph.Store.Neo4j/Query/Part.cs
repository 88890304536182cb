using System.Text.Json;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Writes what a value of a row stands for in the answer.</summary>
internal delegate void Transcribe(Utf8JsonWriter writer, JsonElement value);

/// <summary>
/// A part of a statement: an expression, and how its value becomes JSON of the answer. Neo4j takes an expression that holds an aggregate
/// anywhere, also within a subquery of its own, for an aggregate and refuses it beside others; so what aggregates is worked out in clauses
/// before.
/// </summary>
internal readonly record struct Part(string Text, Transcribe Write)
{
    /// <summary>Clauses that go before the one with the expression, each with a blank after it; mostly none.</summary>
    public string Prelude { get; init; } = "";

    /// <summary>The clauses and the end of a query that gives the value.</summary>
    public string Return => $"{Prelude}RETURN {Text}";

    /// <summary>
    /// The same as the end of a statement: a name of its own, else the server would answer with the whole expression as the name.
    /// </summary>
    public string Answer => $"{Return} AS a";

    /// <summary>An expression whose value is written as it is.</summary>
    public static Part Plain(string text) => new(text, ValueWriting.Write);

    /// <summary>An object: the list of its fields' values.</summary>
    public static Part Object(IReadOnlyList<(OutputKey Key, Part Part)> fields) =>
        Row(
            fields.Select(field => field.Part),
            (writer, row) =>
            {
                writer.WriteStartObject();
                for (var i = 0; i < fields.Count; i++)
                {
                    writer.WritePropertyName(fields[i].Key.Name);
                    fields[i].Part.Write(writer, row[i]);
                }

                writer.WriteEndObject();
            }
        );

    /// <summary>The list of some parts' values.</summary>
    public static Part Row(IEnumerable<Part> parts, Transcribe write)
    {
        var all = parts.ToList();
        return new($"[{string.Join(", ", all.Select(part => part.Text))}]", write)
        {
            Prelude = string.Concat(all.Select(part => part.Prelude)),
        };
    }

    /// <summary>A list of objects.</summary>
    /// <param name="clauses">What gives their rows.</param>
    public static Part List(StatementBuilder builder, string clauses, Part item) =>
        Collect(builder, clauses, item, (writer, rows) => WriteList(writer, rows, item));

    /// <summary>The rows of a query of its own.</summary>
    /// <param name="isAggregate">True where its clauses aggregate.</param>
    public static Part Collect(StatementBuilder builder, string clauses, Part row, Transcribe write, bool isAggregate = false)
    {
        if (row.Prelude.Length == 0 && !isAggregate)
        {
            return new($"COLLECT {{ {clauses} {row.Return} }}", write);
        }

        var (one, all) = (builder.Variable("w"), builder.Variable("w"));
        return new(all, write)
        {
            Prelude = $"CALL (*) {{ {clauses} {row.Prelude}WITH {row.Text} AS {one} RETURN collect({one}) AS {all} }} ",
        };
    }

    public static void WriteList(Utf8JsonWriter writer, JsonElement rows, Part item)
    {
        writer.WriteStartArray();
        foreach (var row in rows.EnumerateArray())
        {
            item.Write(writer, row);
        }

        writer.WriteEndArray();
    }
}
