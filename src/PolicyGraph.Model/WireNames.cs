using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace PolicyGraph.Model;

/// <summary>
/// The spelling of the ontology's enumerations in records and in the graph (<c>HELD_IN</c>, <c>&gt;=</c>, <c>level</c>), read from their
/// attributes.
/// </summary>
public static class WireNames
{
    /// <summary>The wire spelling of <paramref name="value"/>.</summary>
    public static string Wire<T>(this T value)
        where T : struct, Enum => Table<T>.Names[value];

    /// <summary>The value spelled <paramref name="name"/>, or false where the ontology has no such word.</summary>
    public static bool TryParse<T>(string name, out T value)
        where T : struct, Enum => Table<T>.Values.TryGetValue(name, out value);

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Names = Enum.GetValues<T>().ToFrozenDictionary(value => value, Spelling);
        public static readonly FrozenDictionary<string, T> Values = Names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

        private static string Spelling(T value)
        {
            var name = value.ToString();
            return typeof(T).GetField(name)?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? name;
        }
    }
}
