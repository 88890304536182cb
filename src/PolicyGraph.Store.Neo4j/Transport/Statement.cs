using System.Text.Json;

namespace PolicyGraph.Store.Neo4j.Transport;

/// <summary>One Cypher statement: constant text, and its values beside it.</summary>
/// <param name="Text">Made of the model's names and fixed words alone; never of a value.</param>
/// <param name="WriteParameters">Writes the parameters' members into an object that is already open; null where there are none.</param>
/// <param name="IsRead">True where it only reads: a cluster may send it to any member.</param>
public sealed record Statement(string Text, Action<Utf8JsonWriter>? WriteParameters, bool IsRead);
