using System.Buffers;
using System.Text;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>
/// The text of a statement as it is sent. Neo4j's Query API (seen in 5.26) reads a request byte by byte, under a lock: a thousand bytes
/// cost it as much as a tenth of the shortest statement.
/// </summary>
internal static class StatementText
{
    private const string Quotes = "'`";

    /// <summary>Beside one of these a blank parts nothing.</summary>
    private static readonly SearchValues<char> Apart = SearchValues.Create(",()[]{}|=+*/<>");

    /// <summary>The same statement without the blanks that it does not need; within quotes all stay.</summary>
    public static string Compact(string text)
    {
        var compact = new StringBuilder(text.Length);
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var one = text[i];
            if (
                quote == '\0'
                && one == ' '
                && compact.Length > 0
                && (Apart.Contains(compact[^1]) || (i + 1 < text.Length && Apart.Contains(text[i + 1])))
            )
            {
                continue;
            }

            quote =
                quote == '\0' ? (Quotes.Contains(one, StringComparison.Ordinal) ? one : quote)
                : one == quote ? '\0'
                : quote;
            compact.Append(one);
        }

        return compact.ToString();
    }
}
