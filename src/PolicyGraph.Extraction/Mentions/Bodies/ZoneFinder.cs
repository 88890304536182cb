using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>Development zones by the gazetteer.</summary>
internal sealed class ZoneFinder : IBodyFinder
{
    public const string Rule = "zone.gazetteer";

    private const int ShortestWhole = 4;

    public void Find(Paper paper, Surroundings surroundings)
    {
        for (var i = 0; (i = paper.Forms.NextStart(i, EntryKinds.Zone)) < paper.Text.Length; )
        {
            if (
                paper.Forms.TryLongest(i, EntryKinds.Zone, out var hit)
                && FormGuards.AllowName(paper.Text, hit)
                && hit.Form.First<ZoneEntry>() is { } zone
            )
            {
                paper.Mentions.Add(Mention(new(CityStart(paper, hit.Start, zone), hit.End), zone));
                AddWhole(paper, hit);
                i = hit.End;
            }
            else
            {
                i++;
            }
        }
    }

    // 某自由贸易试验区某片区 begins with the name of the zone that it is a part of.
    private static void AddWhole(Paper paper, LexicalHit part)
    {
        foreach (var hit in paper.Forms.StartingAt(part.Start))
        {
            if (
                hit.Length is >= ShortestWhole
                && hit.Length + 1 < part.Length
                && hit.Form.Text[^1] is '区' or '园'
                && hit.Form.First<ZoneEntry>() is { } whole
                && part.Form.First<ZoneEntry>() != whole
            )
            {
                paper.Mentions.Add(Mention(new(hit.Start, hit.End), whole));
                return;
            }
        }
    }

    // 甲市乙经济技术开发区, 丙省乙经济技术开发区: the city or the province that its seat lies in is written as part of the name.
    private static int CityStart(Paper paper, int start, ZoneEntry zone)
    {
        if (Lexicon.Default.Place(zone.Place) is not { Level: "county" or "prefecture" } seat)
        {
            return start;
        }

        foreach (var hit in paper.Forms.EndingAt(start))
        {
            if (hit.Length > 1 && hit.Form.First<PlaceEntry>() is { } around && HoldsSeat(around, seat))
            {
                return CityStart(paper, hit.Start, zone);
            }
        }

        return start;
    }

    private static bool HoldsSeat(PlaceEntry around, PlaceEntry seat) =>
        around.Id == seat.Parent || Lexicon.Default.Parent(seat) is { } city && around.Id == city.Parent;

    private static Mention Mention(TextSpan span, ZoneEntry zone)
    {
        var mention = new Mention
        {
            Span = span,
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
