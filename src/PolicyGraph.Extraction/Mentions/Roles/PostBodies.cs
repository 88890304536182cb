using System.Buffers;
using PolicyGraph.Extraction.Mentions.People;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Roles;

/// <summary>The unknown body before a person's post: 甲乙协会可持续委员会秘书长王某, 某中心成果处副主任李某.</summary>
internal static class PostBodies
{
    private const int LongestReach = 40;
    private const int ShortestName = 4;
    private const int ShortestOwn = 6;
    private const int LongestUnit = 12;

    private static readonly SearchValues<char> Marks = SearchValues.Create("，、。；：！？“”《》〔〕…▶■□,;兼");

    private static readonly SearchValues<char> NoName = SearchValues.Create("的了在是由将被把于从向以为其等给让使与同邀请曾现任原");

    private static readonly string[] Units = ["委员会", "中心", "学院", "研究院", "研究所", "研究室", "实验室", "总部", "分会", "事业部", "分公司", "支队", "处", "室", "部", "司", "所"];

    private static readonly string[] Bodies = ["协会", "学会", "联盟", "委员会", "研究院", "研究所", "商会", "基金会", "联合会", "促进会", "总部", "平台", "实验室", "智库", "事务所"];

    /// <summary>The last characters of what a place has (江淮计量院); 局, 厅 and 委 are its government's, which have a grammar of their own.</summary>
    private const string PlacedEnds = "院所社馆台联";

    /// <summary>In the order of the persons.</summary>
    public static IEnumerable<TextSpan> Find(Paper paper, KnownSpans known)
    {
        foreach (var person in paper.Mentions.Where(m => m.Type == EntityType.Person).ToList())
        {
            var end = BeforeTitles(paper.Text, person.Span.Start);
            var start = end == person.Span.Start ? end : Start(paper, end);
            var name = new TextSpan(start, end);
            if (name.Length >= ShortestName && known.EndingAt(end).Count == 0 && !known.FillsBracket(paper.Text, name) && paper.Text.AsSpan(start, name.Length).IndexOfAny(NoName) < 0 && IsBody(paper, known, name))
            {
                yield return name;
            }
        }
    }

    private static int BeforeTitles(string text, int end)
    {
        for (var title = Titles.Before(text, end); title.Is("post") || title.Is("role"); title = Titles.Before(text, end))
        {
            end -= title.Length;
        }

        for (var more = true; more && end > 1;)
        {
            more = text.AsSpan(0, end).EndsWith("执行") || text.AsSpan(0, end).EndsWith("常务") || text.AsSpan(0, end).EndsWith("高级") || text.AsSpan(0, end).EndsWith("轮值");
            end -= more ? 2 : text[end - 1] == '副' ? 1 : 0;
        }

        return end;
    }

    /// <summary>Where the words before the post begin: behind the nearest mark outside brackets, and with the sentence.</summary>
    private static int Start(Paper paper, int end)
    {
        var text = paper.Text;
        var depth = 0;
        for (var at = end; at > 0 && end - at < LongestReach; at--)
        {
            var c = text[at - 1];
            depth += c == '）' ? 1 : c == '（' ? -1 : 0;
            if (depth < 0 || depth == 0 && Marks.Contains(c) || at < end && paper.Source.GapBefore(at) != Text.Gap.None)
            {
                return at;
            }
        }

        return end <= LongestReach ? 0 : end;
    }

    /// <summary>A unit of a known body, or a name of its own whose last word is one that bodies end with.</summary>
    private static bool IsBody(Paper paper, KnownSpans known, TextSpan name)
    {
        var words = paper.Text[name.Start..name.End];
        var bare = words.EndsWith('）') && words.LastIndexOf('（') is var open and > 0 ? words[..open] : words;
        var whole = known.StartingAt(name.Start).Where(m => m.Type is EntityType.Agency or EntityType.Organization && m.Span.End < name.End).Select(m => m.Span.End).DefaultIfEmpty(0).Max();
        return whole > 0
            ? name.End - whole <= LongestUnit && name.End - whole > 1 && Array.Exists(Units, unit => bare.EndsWith(unit, StringComparison.Ordinal))
            : known.StartsAt(name.Start, EntityType.Place) && PlacedEnds.Contains(bare[^1], StringComparison.Ordinal) && bare.Length <= LongestUnit
            || bare.Length >= ShortestOwn && Array.Exists(Bodies, end => bare.EndsWith(end, StringComparison.Ordinal));
    }
}
