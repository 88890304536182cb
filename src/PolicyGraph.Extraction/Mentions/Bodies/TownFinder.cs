using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>Towns, townships, villages and street offices' areas, right after the county or city that they belong to: 海陵县石桥镇.</summary>
internal sealed class TownFinder : IBodyFinder
{
    private const int MinName = 1;
    private const int MaxName = 4;

    public void Find(Paper paper, Surroundings surroundings)
    {
        for (var i = 0; (i = paper.Forms.NextStart(i, EntryKinds.Place)) < paper.Text.Length; i++)
        {
            if (!paper.Forms.TryLongest(i, EntryKinds.Place, out var county)
                || county.Form.Text[^1] is not ('县' or '区' or '市' or '旗')
                || county.Form.First<PlaceEntry>() is not { IsDivision: true } parent
                || TownEnd(paper, county.End) is not { } end)
            {
                continue;
            }

            paper.Mentions.Add(new Mention
            {
                Span = new(county.End, end),
                Type = EntityType.Place,
                Name = parent.Name + paper.Text[county.End..end],
                Rule = "place.town",
                Confidence = 0.85,
                Props = { ["level"] = "township" },
            });
            i = end - 1;
        }
    }

    private static int? TownEnd(Paper paper, int start)
    {
        for (var i = start; i <= Math.Min(start + MaxName, paper.Text.Length - 1) && NameStart.IsNameCharacter(paper.Text[i]); i++)
        {
            if (paper.Text[i] is '和' or '与' or '及' || NameStart.IsKnownAt(paper, i))
            {
                return null;
            }

            foreach (var hit in paper.Forms.StartingAt(i))
            {
                if ((hit.Form.Classes & WordClasses.TownSuffix) != WordClasses.None && i - start >= MinName && FormGuards.AllowSuffix(paper.Text, hit))
                {
                    return hit.End;
                }

                if (i > start && (hit.Form.Classes & (WordClasses.Boundary | WordClasses.Modifier)) != WordClasses.None && hit.Length > 1)
                {
                    return null;
                }
            }
        }

        return null;
    }
}
