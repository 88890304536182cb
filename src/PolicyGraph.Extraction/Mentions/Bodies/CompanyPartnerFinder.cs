using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Companies without a last word that tells them, by what they sign: 某市人民政府与甲甲、乙乙签约. A known body must stand before 与, and
/// each name between it and the verb must be of its own words, no kind (与投资方签约, 与企业签署).
/// </summary>
internal sealed class CompanyPartnerFinder : IBodyFinder
{
    private const int MinName = 3;
    private const int MaxName = 8;
    private const int MaxMembers = 20;

    private static readonly string[] Verbs = ["签约", "签署", "签订", "达成战略合作", "达成合作"];

    public void Find(Paper paper, Surroundings surroundings)
    {
        var bodies = paper.Ends(static m => m.Type is EntityType.Agency or EntityType.Organization or EntityType.Zone or EntityType.Place);
        foreach (var verb in Verbs)
        {
            for (
                var at = paper.Text.IndexOf(verb, StringComparison.Ordinal);
                at >= 0;
                at = paper.Text.IndexOf(verb, at + verb.Length, StringComparison.Ordinal)
            )
            {
                foreach (var partner in Partners(paper, bodies, at, surroundings.SentenceStart(at)))
                {
                    Add(paper, partner);
                }
            }
        }
    }

    private static List<TextSpan> Partners(Paper paper, PositionSet bodies, int end, int floor)
    {
        var partners = new List<TextSpan>();
        end -= paper.Text.AsSpan(0, end).EndsWith("分别") || paper.Text.AsSpan(0, end).EndsWith("正式") ? 2 : 0;
        while (partners.Count < MaxMembers)
        {
            var start = NameStart.Find(paper, end, floor);
            if (start <= floor || start == end)
            {
                return [];
            }

            partners.Add(new(start, end));
            if (paper.Text[start - 1] is '与' or '和' or '同' && bodies.Contains(start - 1))
            {
                return partners;
            }

            if (paper.Text[start - 1] is not ('、' or '和' or '与'))
            {
                return [];
            }

            end = start - 1;
        }

        return [];
    }

    private static void Add(Paper paper, TextSpan name)
    {
        var parts = NameParts.Read(paper, name.Start, name.End);
        if (
            name.Length is < MinName or > MaxName
            || parts.IsClass
            || parts.Start != name.Start
            || EndsInClass(paper, name)
            || (NameStart.IsKnownAt(paper, name.Start) ? !CompanyListFinder.EndsInTrade(paper, name) : parts.Anchor != NameAnchor.None)
        )
        {
            return;
        }

        paper.Mentions.Add(
            new Mention
            {
                Span = name,
                Type = EntityType.Organization,
                Name = name.Of(paper.Text),
                Rule = "organization.partner",
                Confidence = 0.7,
            }
        );
    }

    // 与意向客商签约, 与参会代表签署: the last word is a kind of party.
    private static bool EndsInClass(Paper paper, TextSpan name)
    {
        foreach (var hit in paper.Forms.EndingAt(name.End))
        {
            const WordClasses Kinds =
                WordClasses.CompanyClass | WordClasses.Modifier | WordClasses.Adjective | WordClasses.CompanyTitle | WordClasses.Party;
            if (hit.Start >= name.Start && hit.Form.Is(Kinds) && !hit.Form.Is(WordClasses.CompanyField))
            {
                return true;
            }
        }

        return false;
    }
}
