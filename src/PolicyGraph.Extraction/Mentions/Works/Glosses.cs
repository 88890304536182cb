using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>Tells the bracket that gives a short form (以下简称“博览会”) from one that belongs to a name (中国（海州）博览会).</summary>
internal static class Glosses
{
    private const int Longest = 40;

    private static readonly string[] Openings = ["以下简称", "简称", "下称"];

    /// <summary>True where such a bracket ends right before <paramref name="end"/>.</summary>
    public static bool EndAt(ReadOnlySpan<char> text, int end)
    {
        if (end < 2 || text[end - 1] != '）')
        {
            return false;
        }

        var from = Math.Max(0, end - Longest);
        var open = text[from..(end - 1)].LastIndexOf('（');
        return open >= 0 && text[(from + open + 1)..(end - 1)].StartsWithAny(Openings);
    }
}
