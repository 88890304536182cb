using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>Tells the bracket that says who reports (甲社海州5月6日电（记者王某）, 本报讯（通讯员李某）) or gives a short form from one that belongs to a name (中国（海州）博览会).</summary>
internal static class Bylines
{
    private const int Longest = 40;

    private static readonly string[] Reporters = ["以下简称", "简称", "下称", "记者", "通讯员", "实习", "编辑", "特派", "报道", "撰稿", "摄"];

    /// <summary>True where such a bracket ends right before <paramref name="end"/>.</summary>
    public static bool EndAt(ReadOnlySpan<char> text, int end)
    {
        if (end < 2 || text[end - 1] != '）')
        {
            return false;
        }

        var from = Math.Max(0, end - Longest);
        var open = text[from..(end - 1)].LastIndexOf('（');
        var inner = open < 0 ? [] : text[(from + open + 1)..(end - 1)];
        return open >= 0 && (inner.StartsWithAny(Reporters) || inner.EndsWith("报道") || from + open > 0 && text[from + open - 1] is '电' or '讯');
    }
}
