using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>Development zones by the gazetteer.</summary>
internal sealed class ZoneFinder : IBodyFinder
{
    public const string Rule = "zone.gazetteer";

    public void Find(Paper paper, Surroundings surroundings)
    {
        for (var i = 0; (i = paper.Forms.NextStart(i, EntryKinds.Zone)) < paper.Text.Length;)
        {
            if (paper.Forms.TryLongest(i, EntryKinds.Zone, out var hit) && FormGuards.AllowName(paper.Text, hit) && hit.Form.First<ZoneEntry>() is { } zone)
            {
                paper.Mentions.Add(Mention(hit, zone));
                i = hit.End;
            }
            else
            {
                i++;
            }
        }
    }

    private static Mention Mention(LexicalHit hit, ZoneEntry zone)
    {
        var mention = new Mention
        {
            Span = new(hit.Start, hit.End),
            Type = EntityType.Zone,
            Name = zone.Name,
            Rule = Rule,
            Confidence = 0.95,
        };
        if (zone.Level.Length > 0)
        {
            mention.Props["level"] = zone.Level;
        }

        return mention;
    }
}
