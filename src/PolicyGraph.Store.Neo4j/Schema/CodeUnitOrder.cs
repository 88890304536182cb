using System.Text;

namespace PolicyGraph.Store.Neo4j.Schema;

/// <summary>
/// The stores order texts by UTF-16 code unit. Neo4j orders stored texts by code point and others, parameters among them, by code unit; the
/// two differ only between characters from U+E000 on and those beyond U+FFFF. So a text with any unit from U+D7FE on is ordered by another
/// text in which each of them is two characters from below: U+D7FE, then one that tells which. Both ways of ordering are the same there.
/// </summary>
internal static class CodeUnitOrder
{
    /// <summary>
    /// What the property is called that holds the text to order by: <c>nameOrder</c>. Names always have one, other texts where it is
    /// another than they are.
    /// </summary>
    public const string Suffix = "Order";

    private const char Mark = '\ud7fe';
    private const char FirstTold = '\u1000';

    /// <summary>True where a text is ordered by another.</summary>
    public static bool IsNeeded(string text) => text.AsSpan().ContainsAnyInRange(Mark, '\uffff');

    /// <summary>The text to order by: <paramref name="text"/> itself where that is right.</summary>
    public static string Of(string text)
    {
        if (!IsNeeded(text))
        {
            return text;
        }

        var moved = new StringBuilder(text.Length * 2);
        foreach (var unit in text)
        {
            if (unit < Mark)
            {
                moved.Append(unit);
            }
            else
            {
                moved.Append(Mark).Append((char)(unit - Mark + FirstTold));
            }
        }

        return moved.ToString();
    }

    /// <summary>The text that another is ordered by.</summary>
    public static string Back(string order)
    {
        if (!order.Contains(Mark, StringComparison.Ordinal))
        {
            return order;
        }

        var text = new StringBuilder(order.Length);
        for (var i = 0; i < order.Length; i++)
        {
            text.Append(order[i] == Mark ? (char)(order[++i] - FirstTold + Mark) : order[i]);
        }

        return text.ToString();
    }
}
