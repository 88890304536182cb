using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Clusters of one trade in one place, where a list or a choice names them: 甲县陶瓷产业集群、乙县管材产业集群入选. 甲省特色产业集群 and
/// 甲市百亿级产业集群 are many, or any.
/// </summary>
internal sealed class ClusterFinder() : SuffixFinder(EntityType.Zone, "zone.cluster", WordClasses.ClusterSuffix)
{
    private const EntryKinds Seats = EntryKinds.Place | EntryKinds.Zone;
    private const string National = "创新型产业集群";

    /// <summary>What says of which kind a place's clusters are, and not of which trade.</summary>
    private static readonly string[] Kinds =
    [
        "先进制造业",
        "中小企业",
        "战略性新兴",
        "新兴",
        "重点",
        "成长型",
        "特色",
        "优势",
        "主导",
        "支柱",
        "创新型",
        "产业",
        "制造业",
        "国家",
        "省级",
    ];

    private static readonly string[] Choosing = ["获批", "获批建设", "获评", "入选", "同意将", "其中", "包括"];
    private static readonly string[] Chosen = ["入选", "成功入选", "上榜", "获批", "获评", "被认定", "被列为", "被列入", "胜出"];

    protected override bool Accepts(Paper paper, LexicalHit suffix, NameParts parts) =>
        parts.Anchor == NameAnchor.Name && IsOfTrade(paper, parts.Start, suffix.Start) && IsNamed(paper.Text, parts.Start, suffix.End);

    private static bool IsOfTrade(Paper paper, int start, int end)
    {
        if (
            !paper.Forms.TryLongest(start, Seats, out var seat)
            || seat.End >= end
            || seat.Form.First<PlaceEntry>() is { Level: "country" or "region" }
        )
        {
            return false;
        }

        var trade = paper.Text.AsSpan(seat.End, end - seat.End);
        while (trade.WordAtStart(Kinds) is { } word)
        {
            trade = trade[word.Length..];
        }

        return !trade.IsEmpty && !trade.EndsWith("创新") && !trade.ContainsAny("级大个批城市");
    }

    private static bool IsNamed(string text, int start, int end) =>
        text.AsSpan(start, end - start).EndsWith(National)
        || start > 0 && text[start - 1] == '、'
        || text.AsSpan(0, start).EndsWithAny(Choosing)
        || end < text.Length && text[end] is '、' or '等'
        || text.AsSpan(end).StartsWithAny(Chosen);
}
