using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Mentions.Bodies;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Roles;

/// <summary>Zones that no gazetteer has, by what takes place in them: 在滨湖开发区青阳工业园举行.</summary>
internal static class SiteNames
{
    private const int LongestSite = 20;
    private const int LongestName = 10;
    private const int ShortestOwn = 2;

    /// <summary>What takes place at a site.</summary>
    public static readonly IReadOnlyList<string> Verbs = ["举行", "举办", "召开", "开幕", "启幕", "揭牌", "开工", "奠基", "成立", "投产"];

    private static readonly string[] Adverbs = ["隆重", "成功", "正式", "顺利", "如期", "盛大", "集中", "同时"];

    private static readonly string[] Zones =
    [
        "经济技术开发区",
        "高新技术产业开发区",
        "开发区",
        "高新区",
        "经开区",
        "工业园区",
        "工业园",
        "产业园区",
        "产业园",
        "科技园区",
        "科技园",
        "科技城",
        "软件园",
        "创业园",
        "物流园",
        "示范园",
        "科学城",
        "智造城",
    ];

    /// <summary>In the order of the text.</summary>
    public static IEnumerable<TextSpan> Find(Paper paper, KnownSpans known)
    {
        foreach (var verb in paper.Words[Table.SiteVerbs])
        {
            foreach (var zone in Split(paper.Text, Site(paper.Text, verb.Start)).Where(z => IsNew(paper, known, z)))
            {
                yield return zone;
            }
        }
    }

    /// <summary>The words between 在 and the verb; empty where they are no name.</summary>
    private static TextSpan Site(string text, int verb)
    {
        var adverb = text.AsSpan(0, verb).WordAtEnd(Adverbs);
        var end = verb - (adverb?.Length ?? 0);
        var from = Math.Max(0, end - LongestSite);
        var start = from + text.AsSpan(from, end - from).LastIndexOf('在') + 1;
        var isName = start > from;
        for (var i = start; i < end && isName; i++)
        {
            isName = NameStart.IsNameCharacter(text[i]);
        }

        return isName ? new(start, end) : default;
    }

    /// <summary>The zones that follow each other up to the site's end; none where the site does not end with one.</summary>
    private static List<TextSpan> Split(string text, TextSpan site)
    {
        var zones = new List<TextSpan>();
        var start = site.Start;
        for (var at = site.Start + ShortestOwn; at < site.End; )
        {
            var suffix = text.AsSpan(at, site.End - at).WordAtStart(Zones);
            if (suffix is null)
            {
                at++;
                continue;
            }

            zones.Add(new(start, at + suffix.Length));
            start = at + suffix.Length;
            at = start + ShortestOwn;
        }

        return start == site.End ? zones : [];
    }

    private static bool IsNew(Paper paper, KnownSpans known, TextSpan zone) =>
        zone.Length <= LongestName
        && !Enumerable.Range(zone.Start, zone.Length).Any(known.IsInside)
        && !NameParts.Read(paper, zone.Start, zone.End).IsClass
        && paper.Text[zone.Start] is not ('该' or '本' or '各' or '我' or '全' or '新');
}
