using System.Text.Json;
using PolicyGraph.Model;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>
/// The properties that documents have merged values of, as columns of rows; where asked, each text followed by the one to order it by.
/// </summary>
internal static class RowValues
{
    /// <summary>False for what the store itself knows: ids, and lists.</summary>
    public static bool IsMerged(PropertyType property) => property.Kind != PropertyKind.TextList && property.Name is not ("id" or "source");

    public static IEnumerable<string> Names(IReadOnlyList<PropertyType> properties, bool withOrders) =>
        properties.Where(IsMerged).SelectMany(property => HasOrder(property, withOrders) ? WithOrder(property.Name) : [property.Name]);

    /// <summary>A column and that of the text to order by.</summary>
    public static string[] WithOrder(string name) => [name, name + CodeUnitOrder.Suffix];

    /// <param name="values">In the order of <paramref name="properties"/>.</param>
    public static void Write(
        Utf8JsonWriter writer,
        IReadOnlyList<PropertyType> properties,
        IReadOnlyList<PropertyValue?> values,
        bool withOrders
    )
    {
        for (var i = 0; i < properties.Count; i++)
        {
            if (!IsMerged(properties[i]))
            {
                continue;
            }

            NeoValues.Write(writer, values[i]);
            if (HasOrder(properties[i], withOrders))
            {
                WriteOrder(writer, values[i]?.Text, isAlways: properties[i].Name == KeptOrder.Name);
            }
        }
    }

    /// <summary>The text to order a text by; null where that is the text itself, unless it is to be there always.</summary>
    public static void WriteOrder(Utf8JsonWriter writer, string? text, bool isAlways = false) =>
        writer.WriteStringValue(text is not null && (isAlways || CodeUnitOrder.IsNeeded(text)) ? CodeUnitOrder.Of(text) : null);

    private static bool HasOrder(PropertyType property, bool withOrders) =>
        property.Kind == PropertyKind.Text && (withOrders || property.Name == KeptOrder.Name);

    /// <summary>A list of texts and, where asked, the list to order them by.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<string> texts, bool withOrders)
    {
        NeoValues.WriteTexts(writer, texts);
        if (withOrders)
        {
            NeoValues.WriteOrder(writer, texts);
        }
    }
}
