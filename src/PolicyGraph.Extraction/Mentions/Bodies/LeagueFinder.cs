using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Committees of the Youth League and of the democratic parties in a place, which are none of the Communist Party's: 共青团某省委,
/// 民盟某市委, 团市委.
/// </summary>
internal sealed class LeagueFinder : IBodyFinder
{
    private const string YouthLeague = "共青团";
    private const string Committee = "委员会";

    /// <summary>The rule of these mentions: the committee in them is the league's own.</summary>
    public const string Rule = "organization.league";

    // Above the party committee that ends it.
    private const double Confidence = 0.95;

    /// <summary>What ends in 团 before a place's committee and is no league: 代表团, 集团.</summary>
    private const string OtherGroups = "表集察访社剧商兵师军";

    private static readonly string[] BareForms = ["团省委", "团市委", "团县委", "团区委", "团州委"];

    private static readonly string[] Leagues = [YouthLeague, "民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟"];

    public void Find(Paper paper, Surroundings surroundings)
    {
        foreach (var league in Leagues)
        {
            for (
                var at = paper.Text.IndexOf(league, StringComparison.Ordinal);
                at >= 0;
                at = paper.Text.IndexOf(league, at + league.Length, StringComparison.Ordinal)
            )
            {
                Add(paper, surroundings, league, at);
            }
        }

        foreach (var form in BareForms)
        {
            for (
                var at = paper.Text.IndexOf(form, StringComparison.Ordinal);
                at >= 0;
                at = paper.Text.IndexOf(form, at + form.Length, StringComparison.Ordinal)
            )
            {
                if (at == 0 || paper.Text[at - 1] != '青' && !OtherGroups.Contains(paper.Text[at - 1], StringComparison.Ordinal))
                {
                    AddBare(paper, surroundings, new(at, at + form.Length));
                }
            }
        }
    }

    private static void AddBare(Paper paper, Surroundings surroundings, TextSpan span)
    {
        var level = paper.Text[span.Start + 1];
        paper.Mentions.Add(
            new Mention
            {
                Span = span,
                Type = EntityType.Organization,
                Name = YouthLeague + (surroundings.Meant(span.Start, level)?.Name ?? level.ToString()) + Committee,
                Rule = Rule,
                Confidence = Confidence,
                Form = MentionForm.Short,
            }
        );
    }

    private static void Add(Paper paper, Surroundings surroundings, string league, int start)
    {
        var at = start + league.Length;
        if (
            !paper.Forms.TryLongest(at, EntryKinds.Place, out var place)
            || surroundings.Choose(place.Form) is not { IsDivision: true } where
        )
        {
            return;
        }

        var rest = paper.Text.AsSpan(place.End);
        var length =
            rest.StartsWith(Committee) ? Committee.Length
            : rest.StartsWith("委") && !rest.StartsWith("委员") ? 1
            : 0;
        if (length == 0)
        {
            return;
        }

        paper.Mentions.Add(
            new Mention
            {
                Span = new(start, place.End + length),
                Type = EntityType.Organization,
                Name = league + where.Name + Committee,
                Rule = Rule,
                Confidence = Confidence,
            }
        );
    }
}
