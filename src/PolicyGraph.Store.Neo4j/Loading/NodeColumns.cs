using System.Text.Json;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>The columns of rows that nodes of a type are written from, after the id.</summary>
/// <param name="withOrders">False where no text of the rows is ordered by another.</param>
internal sealed class NodeColumns(NodeType type, bool withOrders, ITextFolding folding)
{
    /// <summary>Those that only count, the last of all.</summary>
    public static readonly IReadOnlyList<string> Counts = [GraphNames.Documents, GraphNames.Evidence, Tally.Property];

    private readonly int _name = IndexOfName(type);

    private bool IsStatistic => type.Label == Labels.Statistic;

    public IReadOnlyList<string> Names =>
        [
            .. RowValues.Names(type.Properties, withOrders),
            .. type.IsEntity ? List("aliases") : [],
            .. _name >= 0 ? List(GraphNames.Folded) : [],
            .. SearchTexts.Has(type) ? [GraphNames.Searched] : Array.Empty<string>(),
            .. IsStatistic ? [ListOrder.Property] : Array.Empty<string>(),
            .. Counts,
        ];

    /// <summary>The values in the order of <see cref="Names"/>.</summary>
    public void Write(Utf8JsonWriter writer, Merged node)
    {
        RowValues.Write(writer, type.Properties, node.Values, withOrders);
        if (type.IsEntity)
        {
            RowValues.Write(writer, node.Aliases, withOrders);
        }

        if (_name >= 0)
        {
            RowValues.Write(
                writer,
                [.. node.Aliases.Prepend(node.Values[_name]?.Text).OfType<string>().Select(NameFolding.Fold).Distinct()],
                withOrders
            );
        }

        if (SearchTexts.Has(type))
        {
            NeoValues.WriteTexts(writer, SearchTexts.Of(property => TextOf(node, property), node.Aliases, folding));
        }

        if (IsStatistic)
        {
            writer.WriteStringValue(ListOrder.Of(TextOf(node, KeptOrder.LastDay), TextOf(node, KeptOrder.Indicator)));
        }

        WriteCounts(writer, node);
    }

    /// <summary>The values in the order of <see cref="Counts"/>.</summary>
    public static void WriteCounts(Utf8JsonWriter writer, Merged node)
    {
        writer.WriteNumberValue(node.Documents);
        writer.WriteNumberValue(node.Evidence);
        writer.WriteStringValue(node.Tally);
    }

    private string[] List(string list) => withOrders ? RowValues.WithOrder(list) : [list];

    private string? TextOf(Merged node, string property)
    {
        for (var i = 0; i < type.Properties.Count; i++)
        {
            if (type.Properties[i].Name == property)
            {
                return node.Values[i]?.Text;
            }
        }

        return null;
    }

    private static int IndexOfName(NodeType type)
    {
        for (var i = 0; i < type.Properties.Count; i++)
        {
            if (type.Properties[i].Name == "name")
            {
                return i;
            }
        }

        return -1;
    }
}
