using System.Buffers;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Papers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// 甲部、乙局决定开展X工作，现将有关事项通知如下: the bodies in whose name a notice without a signature speaks, as its first paragraph says.
/// </summary>
internal static class LeadSigners
{
    /// <summary>How far behind its title a notice opens.</summary>
    private const int Reach = 1200;

    private const int LongestVerb = 4;

    private static readonly string[] Announcing = ["通知如下", "通告如下", "公告如下", "通报如下"];

    /// <summary>What a body that gives notice does.</summary>
    private static readonly SearchValues<string> Deciding = SearchValues.Create(
        ["决定", "将", "拟", "联合", "组织", "现", "共同", "研究"],
        StringComparison.Ordinal
    );

    /// <returns>In the order of the text; none where the paragraph does not say who speaks.</returns>
    public static List<Mention> Of(Paper paper, OfficialHead head)
    {
        var text = paper.Text.AsSpan(0, Math.Min(paper.Text.Length, head.Title.End + Reach));
        var end = Announcing
            .Select(word =>
                paper.Text.IndexOf(word, head.Title.End, Math.Min(Reach, paper.Text.Length - head.Title.End), StringComparison.Ordinal)
            )
            .Where(at => at >= 0)
            .DefaultIfEmpty(-1)
            .Min();
        if (end < 0)
        {
            return [];
        }

        var start = end;
        while (start > head.Title.End && paper.Source.GapBefore(start) != Gap.Line)
        {
            start--;
        }

        var speakers = new List<Mention>();
        foreach (
            var body in paper.Mentions.Where(m => m is { Entity: not null, Inside: false } && m.Span.Start >= start && m.Span.End <= end)
        )
        {
            var isNext = speakers.Count > 0 && text[speakers[^1].Span.End..body.Span.Start] is "、" or "和" or "会同";
            if (!isNext && speakers.Count > 0)
            {
                break;
            }

            if (body.Type == EntityType.Agency && (isNext || body.Span.Start == start || text[body.Span.Start - 1] is '，' or '。'))
            {
                speakers.Add(body);
            }
        }

        return speakers.Count > 0 && text[speakers[^1].Span.End..Math.Min(end, speakers[^1].Span.End + LongestVerb)].ContainsAny(Deciding)
            ? speakers
            : [];
    }
}
