using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Roles;

/// <summary>
/// Bodies whose names no grammar tells, by the role that they fill: a list of hosts (由甲、乙中心主办), a post before a person
/// (甲委员会秘书长王某), the site of what takes place. Only what fills the whole slot counts, and only beside what is known: a list with a
/// known body, a post of a known person.
/// </summary>
public sealed class RoleStage : IStage
{
    private const double Sure = 0.96;

    private const int ShortestRepeated = 5;

    private static readonly string[] AgencyEnds = ["局", "办公室", "人民政府", "管委会", "管理委员会", "街道办事处", "人大", "人大常委会"];

    /// <summary>What an agency's own units end with; its institutes, schools and societies are organizations.</summary>
    private static readonly string[] UnitEnds = [.. AgencyEnds, "处", "室", "部", "司", "科", "中心", "支队", "总队", "委员会"];

    public void Run(Paper paper)
    {
        CityLetters.Find(paper);
        using var known = new KnownSpans(paper);
        HallNames.Find(paper, known);
        PostStems.Find(paper, known);
        List<TextSpan> found = [.. HostLists.Find(paper, known), .. PostBodies.Find(paper, known)];
        var headed = HeadedNames.Find(paper, known).ToList();
        found.AddRange(headed.Select(h => h.Span));
        var zones = SiteNames
            .Find(paper, known)
            .Concat(CommitteeZones.Find(paper, known))
            .Concat(headed.Where(h => h.IsZone).Select(h => h.Span))
            .ToHashSet();
        found.AddRange(zones);
        var seen = new HashSet<TextSpan>();
        foreach (var name in found.Where(seen.Add))
        {
            paper.Mentions.Add(Mention(paper, known, name, zones.Contains(name)));
        }

        Repeat(paper, [.. paper.Mentions.Skip(paper.Mentions.Count - seen.Count)], seen);
    }

    /// <summary>The names that a role has told, wherever else they stand.</summary>
    private static void Repeat(Paper paper, List<Mention> told, HashSet<TextSpan> seen)
    {
        var names = told.GroupBy(m => m.Span.Of(paper.Text), StringComparer.Ordinal)
            .Where(g => g.Key.Length >= ShortestRepeated)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        if (names.Count == 0)
        {
            return;
        }

        var search = new NameSearch(names.Keys);
        var byName = names.GetAlternateLookup<ReadOnlySpan<char>>();
        var text = paper.Text.AsSpan();
        for (var at = search.NextStart(text, 0); at < text.Length; at = search.NextStart(text, at))
        {
            var span = new TextSpan(at, at + search.LengthAt(text, at));
            if (!span.IsEmpty && seen.Add(span))
            {
                var first = byName[text.Slice(at, span.Length)];
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = span,
                        Type = first.Type,
                        Name = first.Name,
                        Rule = first.Rule,
                        Confidence = first.Confidence,
                    }
                );
            }

            at += Math.Max(span.Length, 1);
        }
    }

    private static Mention Mention(Paper paper, KnownSpans known, TextSpan name, bool isZone)
    {
        var words = name.Of(paper.Text);
        isZone |= ZoneEnds.IsAtEnd(words) && !words.EndsWith("社区", StringComparison.Ordinal);
        var isAgency =
            known.StartsAt(name.Start, EntityType.Agency) && words.EndsWithAny(UnitEnds)
            || (known.StartsAt(name.Start, EntityType.Place) || known.StartsAt(name.Start, EntityType.Zone))
                && !words.EndsWith("中心办公室", StringComparison.Ordinal)
                && words.EndsWithAny(AgencyEnds);
        return new Mention
        {
            Span = name,
            Type =
                isZone ? EntityType.Zone
                : isAgency ? EntityType.Agency
                : EntityType.Organization,
            Name = paper.Source.Surface(name),
            Rule =
                isZone ? "zone.role"
                : isAgency ? "agency.role"
                : "organization.role",
            Confidence = Sure,
        };
    }
}
