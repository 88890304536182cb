using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>Railway stations by their city and side: 合州西站, 郑川东站.</summary>
internal sealed class StationFinder : IBodyFinder
{
    public void Find(Paper paper, Surroundings surroundings)
    {
        var text = paper.Text;
        for (var i = text.IndexOf('站', StringComparison.Ordinal); i >= 0; i = text.IndexOf('站', i + 1))
        {
            if (
                i > 2
                && text[i - 1] is '东' or '南' or '西' or '北'
                && paper.Forms.TryLongestBefore(i - 1, EntryKinds.Place, out var city)
                && city.Form.First<PlaceEntry>() is { IsDivision: true }
            )
            {
                var span = new TextSpan(city.Start, i + 1);
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = span,
                        Type = EntityType.Place,
                        Name = span.Of(text),
                        Rule = "place.station",
                        Confidence = 0.9,
                        Props = { ["level"] = "venue" },
                    }
                );
            }
        }
    }
}
