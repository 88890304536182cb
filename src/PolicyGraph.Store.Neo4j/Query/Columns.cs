using System.Text.Json;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>What the statement returns of one row, as far as it is asked for. A single column stands for itself, not in a list.</summary>
internal sealed class Columns
{
    /// <summary>The place of a column that was not asked for.</summary>
    public const int None = -1;

    private readonly List<Part> _parts = [];

    public bool IsEmpty => _parts.Count == 0;

    // Where a clause collects the rows, it would leave one out whose only value is null.
    private bool IsSingle => _parts is [{ Prelude.Length: 0 }];

    /// <summary>Adds a column; its place.</summary>
    public int Add(Part part)
    {
        _parts.Add(part);
        return _parts.Count - 1;
    }

    /// <summary>The value of a column; undefined where it was not asked for.</summary>
    public JsonElement Of(JsonElement row, int place) =>
        place == None ? default
        : IsSingle ? row
        : row[place];

    public void Write(Utf8JsonWriter writer, JsonElement row, int place) => _parts[place].Write(writer, Of(row, place));

    /// <summary>The row.</summary>
    public Part Whole(Transcribe write) => IsSingle ? _parts[0] with { Write = write } : Part.Row(_parts, write);
}
