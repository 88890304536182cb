using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyGraph.Model;
using PolicyGraph.Store.Graph;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>
/// How many documents say what of one node or edge: what its merged properties are made from, kept beside them, so that taking a document
/// in or away needs no look at the others. In the graph it is one text, the property <c>tally</c>; where all documents say the same, as the
/// one document of most nodes does, the properties themselves tell it and there is no text.
/// </summary>
internal sealed class Tally
{
    public const string Property = "tally";

    private static readonly TallyJson Json = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Documents that support the node or edge; at none it goes.</summary>
    [JsonPropertyName("n")]
    public int Documents { get; set; }

    /// <summary>Evidence rows in all of them.</summary>
    [JsonPropertyName("e")]
    public int Evidence { get; set; }

    /// <summary>By property, how many documents give each value.</summary>
    [JsonPropertyName("v")]
    public SortedDictionary<string, List<Vote>> Values { get; init; } = new(StringComparer.Ordinal);

    [JsonPropertyName("a")]
    public SortedDictionary<string, int> Aliases { get; init; } = new(StringComparer.Ordinal);

    /// <summary>True where all documents say the same, and that is kept whole.</summary>
    [JsonIgnore]
    private bool IsUnanimous =>
        Aliases.Values.All(count => count == Documents)
        && Values.Values.All(votes => votes.TrueForAll(vote => vote.Count == Documents && Merged.IsKeptWhole(vote.Value)));

    public static Tally Parse(string text) => JsonSerializer.Deserialize(text, Json.Tally) ?? new();

    /// <summary>Counts what one document says, or takes it back.</summary>
    /// <param name="sign">1 or −1; or how many documents say the same.</param>
    public void Count(IReadOnlyList<PropertyType> types, IReadOnlyList<PropertyValue?> values, IEnumerable<string> aliases, int sign)
    {
        Documents += sign;
        for (var i = 0; i < types.Count; i++)
        {
            if (values[i] is { } value)
            {
                Count(types[i].Name, value, sign);
            }
        }

        foreach (var alias in aliases)
        {
            var count = Aliases.GetValueOrDefault(alias) + sign;
            if (count > 0)
            {
                Aliases[alias] = count;
            }
            else
            {
                Aliases.Remove(alias);
            }
        }
    }

    /// <summary>What the documents come to.</summary>
    /// <param name="tellsDocuments">True where their number stands beside it.</param>
    public Merged Merge(IReadOnlyList<PropertyType> types, bool tellsDocuments)
    {
        var isTold = (tellsDocuments || Documents == 1) && IsUnanimous;
        return new(
            Documents,
            Evidence,
            [.. types.Select(type => Winner(type.Name))],
            [.. Aliases.Keys],
            isTold ? null : JsonSerializer.Serialize(this, Json.Tally)
        );
    }

    /// <summary>What most documents say; of equally many, the ordinally smallest text; null where none says anything.</summary>
    private PropertyValue? Winner(string property) =>
        !Values.TryGetValue(property, out var votes) || votes.Count == 0 ? default(PropertyValue?)
        : votes.Count == 1 ? votes[0].Value
        : votes.OrderByDescending(vote => vote.Count).ThenBy(vote => vote.Value.ToString(), StringComparer.Ordinal).First().Value;

    private void Count(string property, PropertyValue value, int sign)
    {
        if (!Values.TryGetValue(property, out var votes))
        {
            Values.Add(property, votes = []);
        }

        var index = votes.FindIndex(vote => vote.Value == value);
        var count = (index < 0 ? 0 : votes[index].Count) + sign;
        if (index >= 0)
        {
            votes.RemoveAt(index);
        }

        if (count > 0)
        {
            votes.Add(new Vote(value, count));
        }
    }
}

/// <summary>One value and how many documents give it.</summary>
internal sealed record Vote([property: JsonPropertyName("v")] PropertyValue Value, [property: JsonPropertyName("n")] int Count);

[JsonSerializable(typeof(Tally))]
internal sealed partial class TallyJson : JsonSerializerContext;
