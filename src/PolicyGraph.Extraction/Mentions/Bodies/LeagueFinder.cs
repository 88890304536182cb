using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>Committees of the Youth League and of the democratic parties in a place, which are none of the Communist Party's: 共青团某省委, 民盟某市委.</summary>
internal sealed class LeagueFinder : IBodyFinder
{
    private const string YouthLeague = "共青团";
    private const string Committee = "委员会";

    private static readonly string[] Leagues = [YouthLeague, "民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟"];

    public void Find(Paper paper, Surroundings surroundings)
    {
        foreach (var league in Leagues)
        {
            for (var at = paper.Text.IndexOf(league, StringComparison.Ordinal); at >= 0; at = paper.Text.IndexOf(league, at + league.Length, StringComparison.Ordinal))
            {
                Add(paper, surroundings, league, at);
            }
        }
    }

    private static void Add(Paper paper, Surroundings surroundings, string league, int start)
    {
        var at = start + league.Length;
        if (!paper.Forms.TryLongest(at, EntryKinds.Place, out var place) || surroundings.Choose(place.Form) is not { IsDivision: true } where)
        {
            return;
        }

        var rest = paper.Text.AsSpan(place.End);
        var length = rest.StartsWith(Committee) ? Committee.Length : rest.StartsWith("委") && !rest.StartsWith("委员") ? 1 : 0;
        if (length == 0)
        {
            return;
        }

        paper.Mentions.Add(new Mention
        {
            Span = new(start, place.End + length),
            Type = league == YouthLeague ? EntityType.Agency : EntityType.Organization,
            Name = league + where.Name + Committee,
            Rule = "agency.league",
            Confidence = 0.95,
        });
    }
}
