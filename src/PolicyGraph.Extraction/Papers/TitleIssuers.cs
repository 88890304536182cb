namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// Who speaks in the title of an official paper: the run before 关于, 转发 or 批转, or before 印发《X》 where the title has no 关于 of its
/// own.
/// </summary>
internal static class TitleIssuers
{
    private static readonly string[] Forwarding = ["转发", "批转"];

    private static readonly string[] Issuing = ["印发", "颁发", "颁布", "发布", "公布", "下发"];

    /// <summary>
    /// Where the title's own 关于 stands; -1 where it has none or only the title that it names has one (印发《关于某事的意见》的通知).
    /// </summary>
    public static int About(ReadOnlySpan<char> title)
    {
        var about = title.IndexOf("关于");
        var marked = title.IndexOf('《');
        return marked >= 0 && marked < about ? -1 : about;
    }

    /// <summary>Where the run of issuers ends; 0 where the title begins with its own words, -1 where it names nobody.</summary>
    public static int End(ReadOnlySpan<char> title)
    {
        var end = About(title);
        var marked = title.IndexOf('《');
        var own = marked < 0 ? title : title[..marked];
        foreach (var verb in Forwarding)
        {
            var at = own.IndexOf(verb);
            end = at > 0 && (end < 0 || at < end) ? at : end;
        }

        foreach (var verb in Issuing)
        {
            end = end < 0 && marked > 0 && own.EndsWith(verb) ? own.Length - verb.Length : end;
        }

        return end;
    }
}
