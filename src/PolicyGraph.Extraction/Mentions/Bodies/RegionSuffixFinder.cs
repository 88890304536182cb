using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>Regions around one or several cities, by the last word of their names: 某市都市圈, 甲乙丙城市群.</summary>
internal sealed class RegionSuffixFinder() : SuffixFinder(EntityType.Place, "place.region", WordClasses.RegionSuffix)
{
    private const int MaxOwn = 10;

    protected override bool Accepts(Paper paper, LexicalHit suffix, NameParts parts) =>
        parts.Anchor == NameAnchor.Name
        && suffix.Start - parts.Start is > 1 and <= MaxOwn
        && paper.Forms.TryLongest(parts.Start, EntryKinds.Place, out var place)
        && place.Form.First<PlaceEntry>() is { Level: not "country" };

    protected override void Describe(Mention mention) => mention.Props["level"] = "region";
}
