namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>The bracket that belongs to a hall's name and tells it from its sisters: 会展中心（东湖）, 博览中心（二期）.</summary>
internal static class VenueBrackets
{
    private const int Shortest = 2;
    private const int Longest = 5;

    /// <summary>
    /// The end of the bracket that stands at a hall's end, or <paramref name="end"/> where what stands there says where it is (北京市) or
    /// how it is called.
    /// </summary>
    public static int End(string text, int end)
    {
        if (end >= text.Length || text[end] != '（')
        {
            return end;
        }

        var close = text.IndexOf('）', end, Math.Min(Longest + 2, text.Length - end));
        var inner = close < 0 ? default : text.AsSpan(end + 1, close - end - 1);
        return
            inner.Length < Shortest
            || inner[^1] is '省' or '市' or '县' or '区' or '同'
            || inner[0] is '原' or '下' or '以'
            || !IsWord(inner)
            ? end
            : close + 1;
    }

    private static bool IsWord(ReadOnlySpan<char> inner)
    {
        foreach (var c in inner)
        {
            if (c is < '\u4e00' or > '\u9fff')
            {
                return false;
            }
        }

        return true;
    }
}
