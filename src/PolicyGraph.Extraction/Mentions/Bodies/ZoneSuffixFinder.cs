using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>Zones and parks by the last word of their names: 某市高新区, 某产业园, 某科技城.</summary>
internal sealed class ZoneSuffixFinder() : SuffixFinder(EntityType.Zone, "zone.suffix", WordClasses.ZoneSuffix | WordClasses.ZoneSuffixAnchored)
{
    private const int MinOwn = 2;
    private const int MaxOwn = 14;
    private const int MinNational = 6;

    protected override bool Accepts(Paper paper, LexicalHit suffix, NameParts parts)
    {
        var length = suffix.Start - parts.Start;
        if (length < MinOwn || parts.Anchor == NameAnchor.BareLevel)
        {
            return false;
        }

        if (parts.Anchor == NameAnchor.Name)
        {
            return !(parts.IsClass && paper.Forms.TryLongest(parts.Start, EntryKinds.Place, out var hit) && hit.Form.First<PlaceEntry>() is { Level: "country" or "region" });
        }

        var isNational = paper.Text.AsSpan(parts.Start, length).Contains("国家", StringComparison.Ordinal);
        return length <= MaxOwn && (isNational
            ? length >= MinNational && !(parts.IsClass && paper.Text[parts.Start] == '国')
            : !parts.IsClass && (suffix.Form.Classes & WordClasses.ZoneSuffix) != WordClasses.None);
    }

    protected override int Trim(Paper paper, int start, int end) =>
        AfterLast(paper, start, end, WordClasses.ZoneBoundary | WordClasses.OrganizationSuffix | WordClasses.AgencySuffix);

    protected override void Describe(Mention mention)
    {
        if (mention.Name.Contains("国家", StringComparison.Ordinal))
        {
            mention.Props["level"] = "national";
        }
    }
}
