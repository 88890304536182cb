using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>The verb that stands before a name, over what stands between them (实施了, 出台首个).</summary>
internal static class Verbs
{
    private const int Farthest = 3;

    private static readonly Terms Table = Terms.Load("name-boundaries.tsv", "act", "issue", "list", "hold", "attend", "soft");
    private static readonly Terms Between = Terms.Load("name-boundaries.tsv", "word");

    /// <summary>The class of the verb that ends at <paramref name="position"/>, or null where none stands there.</summary>
    public static string? Before(ReadOnlySpan<char> text, int position)
    {
        for (var i = 0; i < Farthest && position > 0; i++)
        {
            var verb = Table.Before(text, position);
            if (verb.Found)
            {
                return verb.Class;
            }

            var between = text[position - 1] is '好' or '了' or '着' ? 1 : Between.Before(text, position).Length;
            if (between == 0)
            {
                return null;
            }

            position -= between;
        }

        return null;
    }

    /// <summary>True where a list or report is said to come out behind its name: 榜单揭晓, 目录正式发布.</summary>
    public static bool After(ReadOnlySpan<char> text, int end)
    {
        for (var i = 0; i < Farthest && end < text.Length; i++)
        {
            if (Table.At(text, end).Is("issue") || text[end..].StartsWith("揭晓") || text[end..].StartsWith("出炉"))
            {
                return true;
            }

            var between = text[end..].StartsWith("同时") ? 2 : Between.At(text, end).Length;
            if (between == 0)
            {
                return false;
            }

            end += between;
        }

        return false;
    }
}
