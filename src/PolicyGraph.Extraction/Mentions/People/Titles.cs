using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Mentions.People;

/// <summary>
/// Words that stand before or after a person's name: posts (副部长), roles (学者), forms of address (同志), the press (记者).
/// </summary>
internal static class Titles
{
    private static readonly Terms All = Terms.Load("titles.tsv", "post", "role", "honorific", "press");

    /// <summary>Those that a body gives: 主任, 董事长.</summary>
    public static readonly Terms Posts = Terms.Load("titles.tsv", "post");

    /// <summary>Those, and the words before them that only belong to one: 常务, 代.</summary>
    public static readonly Terms PostsAndPrefixes = Terms.Load("titles.tsv", "post", "prefix");

    /// <summary>What stands beside the name of a guest or an officer: posts, roles, forms of address, not the press.</summary>
    public static readonly Terms OfGuests = Terms.Load("titles.tsv", "post", "role", "honorific");

    /// <summary>The longest title that ends right before <paramref name="end"/>.</summary>
    public static Term Before(ReadOnlySpan<char> text, int end) => All.Before(text, end);

    /// <summary>How long the posts are that a text begins with (副市长、党组成员); 0 where it begins with none.</summary>
    public static int LengthOfPosts(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length)
        {
            var mark = end > 0 && text[end] is '、' or '兼' ? 1 : 0;
            var term = PostsAndPrefixes.At(text, end + mark);
            if (!term.Found)
            {
                break;
            }

            end += term.Length + mark;
        }

        return end;
    }

    /// <summary>The longest title that starts at <paramref name="start"/>, 副 and 原 before it included.</summary>
    public static Term At(ReadOnlySpan<char> text, int start)
    {
        var skipped = start < text.Length && text[start] is '副' or '原' or '总' ? 1 : 0;
        var title = All.At(text, start);
        var inner = skipped > 0 ? All.At(text, start + skipped) : default;
        return inner.Length + skipped > title.Length && inner.Found ? new(inner.Length + skipped, inner.Class) : title;
    }
}
