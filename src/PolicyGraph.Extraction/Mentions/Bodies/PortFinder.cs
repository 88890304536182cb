using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>Seaports, named after one city or two: 青岛港, 宁波舟山港. 港 also opens words (港口, 港澳) and ends others (空港).</summary>
internal sealed class PortFinder : IBodyFinder
{
    private const string NotBefore = "口澳币元股资商人务区城湾企联籍府台珠深闸警交式铁产";

    public void Find(Paper paper, Surroundings surroundings)
    {
        var text = paper.Text;
        for (var i = text.IndexOf('港', StringComparison.Ordinal); i >= 0; i = text.IndexOf('港', i + 1))
        {
            var start = i;
            while (PlaceBefore(paper, start) is { } place)
            {
                start = place;
            }

            if (
                start < i
                && PlaceBefore(paper, i + 1) is null
                && (i + 1 == text.Length || !NotBefore.Contains(text[i + 1], StringComparison.Ordinal))
            )
            {
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = new(start, i + 1),
                        Type = EntityType.Place,
                        Name = text[start..(i + 1)],
                        Rule = "place.port",
                        Confidence = 0.9,
                        Props = { ["level"] = "venue" },
                    }
                );
            }
        }
    }

    private static int? PlaceBefore(Paper paper, int end)
    {
        foreach (var hit in paper.Forms.EndingAt(end))
        {
            if (hit.Form.First<PlaceEntry>() is { Level: "prefecture" or "county" or "province" })
            {
                return hit.Start;
            }
        }

        return null;
    }
}
