using System.Text.Json;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>JSON as input values, before any type is known: whole numbers that fit 64 bits as such, other numbers as doubles.</summary>
internal static class RawJson
{
    /// <summary>Deeper than any variable that a client sends by purpose.</summary>
    public const int MaxDepth = 64;

    /// <summary>The options under which request bodies and variables are read.</summary>
    public static JsonReaderOptions Options { get; } = new() { MaxDepth = MaxDepth, CommentHandling = JsonCommentHandling.Disallow };

    /// <summary>Where a text goes wrong, in words for whoever wrote it; lines and bytes count from 1.</summary>
    /// <example>from line 1, byte 17 on (or nests deeper than 64)</example>
    public static string Where(JsonException broken) =>
        broken.LineNumber is { } line
            ? $"from line {line + 1}, byte {broken.BytePositionInLine + 1} on (or nests deeper than {MaxDepth})"
            : "where a string is no Unicode text";

    /// <summary>
    /// The value at which the reader stands; leaves it on the value's last token.
    /// </summary>
    /// <exception cref="GraphQLException">A key stands twice in one object.</exception>
    /// <exception cref="JsonException">The text is no JSON, or nests too deep.</exception>
    public static InputValue Read(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.True => InputValue.From(value: true),
            JsonTokenType.False => InputValue.From(value: false),
            JsonTokenType.Number => reader.TryGetInt64(out var whole) ? InputValue.From(whole) : InputValue.From(reader.GetDouble()),
            JsonTokenType.String => InputValue.From(Text(ref reader)),
            JsonTokenType.StartArray => ReadList(ref reader),
            JsonTokenType.StartObject => ReadObject(ref reader),
            _ => InputValue.Null,
        };

    /// <summary>
    /// The string or property name at which the reader stands.
    /// </summary>
    /// <exception cref="JsonException">It is no Unicode text: broken UTF-8, or half a surrogate pair.</exception>
    public static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException broken)
        {
            throw new JsonException("A string of the body is no Unicode text.", broken);
        }
    }

    private static InputValue ReadList(ref Utf8JsonReader reader)
    {
        var items = new List<InputValue>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            items.Add(Read(ref reader));
        }

        return InputValue.From(items);
    }

    private static InputValue ReadObject(ref Utf8JsonReader reader)
    {
        var fields = new List<KeyValuePair<string, InputValue>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            var name = Text(ref reader);
            if (!seen.Add(name))
            {
                throw new GraphQLException(ErrorCodes.BadRequest, $"The key \"{name}\" stands twice in one JSON object.");
            }

            reader.Read();
            fields.Add(KeyValuePair.Create(name, Read(ref reader)));
        }

        return InputValue.From(new InputObject(fields));
    }
}
