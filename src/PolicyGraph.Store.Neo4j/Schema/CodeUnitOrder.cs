using System.Text;

namespace PolicyGraph.Store.Neo4j.Schema;

/// <summary>
/// Neo4j orders texts by code point, the stores by UTF-16 code unit (design, “What both must agree on”). The two differ only between characters from U+E000 on
/// and those beyond U+FFFF, so a text with any of them is ordered by another text: its code units moved to where code points stand in their order.
/// Surrogates become U+E000–U+E7FF, units from U+E000 on become U+1E000–U+1FFFF.
/// </summary>
internal static class CodeUnitOrder
{
    /// <summary>What the property is called that holds the other text, where there is one: <c>name</c>, <c>nameOrder</c>.</summary>
    public const string Suffix = "Order";

    private const int FirstSurrogate = 0xd800;
    private const int FirstPrivate = 0xe000;

    /// <summary>The text to order by: <paramref name="text"/> itself where that is right.</summary>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\ud800', '\uffff') < 0)
        {
            return text;
        }

        var moved = new StringBuilder(text.Length * 2);
        foreach (var unit in text)
        {
            moved.Append(unit switch
            {
                < (char)FirstSurrogate => unit.ToString(),
                < (char)FirstPrivate => ((char)(unit - FirstSurrogate + FirstPrivate)).ToString(),
                _ => char.ConvertFromUtf32(0x10000 + unit),
            });
        }

        return moved.ToString();
    }

    /// <summary>The text that another is ordered by.</summary>
    public static string Back(string order)
    {
        if (order.AsSpan().IndexOfAnyInRange('\ud800', '\uffff') < 0)
        {
            return order;
        }

        var text = new StringBuilder(order.Length);
        for (var i = 0; i < order.Length; i++)
        {
            var unit = order[i];
            text.Append(char.IsHighSurrogate(unit) ? (char)(char.ConvertToUtf32(unit, order[++i]) - 0x10000) : unit >= FirstPrivate ? (char)(unit - FirstPrivate + FirstSurrogate) : unit);
        }

        return text.ToString();
    }
}
