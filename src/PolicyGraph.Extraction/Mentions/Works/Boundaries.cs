using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Words that end what a name can reach back over: verbs (举办, 实施), prepositions (在), what counts or points (首个, 该).
/// </summary>
internal static class Boundaries
{
    private const int LongestException = 4;

    private static readonly Terms Words = Terms.Load(
        "name-boundaries.tsv",
        "hold",
        "attend",
        "act",
        "issue",
        "list",
        "word",
        "conjunction",
        "joint"
    );
    private static readonly Terms Soft = Terms.Load("name-boundaries.tsv", "soft");
    private static readonly Terms Exceptions = Terms.Load("boundary-exceptions.tsv");

    /// <summary>
    /// The boundary word that ends right before <paramref name="end"/>; none where its character belongs to a longer word (中 in 中欧, 对
    /// in 对接).
    /// </summary>
    public static Term Before(ReadOnlySpan<char> text, int end)
    {
        var word = Words.Before(text, end);
        return word.Found && IsPartOfWord(text, end, word.Length) ? default : word;
    }

    /// <summary>The first place between two positions where a boundary word ends; -1 where none does.</summary>
    public static int First(ReadOnlySpan<char> text, int start, int end)
    {
        for (var at = start + 1; at <= end; at++)
        {
            if (Before(text, at) is { Found: true } word && at - word.Length >= start)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>
    /// The length of a word that names may begin with but rarely do (提高, 组织): it counts as boundary only where nothing anchors the
    /// name.
    /// </summary>
    public static int SoftAt(ReadOnlySpan<char> text, int start) => Soft.At(text, start).Length;

    // A word of one character is no boundary inside any listed word (中 in 中欧); a longer one where a listed word goes on behind it (发布
    // in 发布会).
    private static bool IsPartOfWord(ReadOnlySpan<char> text, int end, int length)
    {
        var last = end - 1;
        for (var start = Math.Max(0, last - LongestException + 1); start <= last; start++)
        {
            var stop = start + Exceptions.At(text, start).Length;
            if (stop > end || (length == 1 && stop > last))
            {
                return true;
            }
        }

        return false;
    }
}
