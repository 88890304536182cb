using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>甲高新区管委会: a management committee runs the zone that its name begins with.</summary>
internal sealed class AdministersRule : IRelationRule
{
    private const int Reach = 30;

    private static readonly string[] Verbs =
    [
        "负责管理",
        "统一管理",
        "管理",
        "管辖",
        "代管",
        "托管",
        "负责运营管理",
        "负责开发建设和管理",
        "负责日常管理",
        "管理和运营",
    ];

    private static readonly string[] Suffixes = ["管委会", "管理委员会"];

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var committee in passage.Named(EntityType.Agency))
        {
            ByName(passage, committee, sink);
        }

        foreach (var committee in passage.NamedInside(EntityType.Agency))
        {
            ByName(passage, committee, sink);
        }

        foreach (var agencies in passage.Lists(Kinds.Agency))
        {
            if (passage.EndsBefore(agencies.Span.Start, "由"))
            {
                Stated(passage, agencies, sink);
            }
        }
    }

    /// <summary>甲高新区管委会: the zone with whose name a committee's begins.</summary>
    private static void ByName(Passage passage, Mention committee, RelationSink sink)
    {
        if (
            passage.EndsBefore(committee.Span.End, Suffixes)
            && (
                passage.Within(committee).FirstOrDefault(static m => m.Type == EntityType.Zone)?.Entity
                ?? passage.Reading.ZoneOf(committee.Entity!)
            )
                is { } zone
        )
        {
            sink.Add(RelationType.Administers, committee.Entity!, zone, committee.Span, committee.Span, "administers.name", 0.95);
        }
    }

    /// <summary>
    /// 甲园由乙管委会负责管理: the verb must close the clause, since 管理 alone may govern something else (由乙局管理的资金).
    /// </summary>
    private static void Stated(Passage passage, Group agencies, RelationSink sink)
    {
        var rest = passage.Between(agencies.Span.End, passage.Span.End).ToString();
        var verb = rest.WordAtStart(Verbs);
        if (verb is null || rest.Length > verb.Length && !"，。；、".Contains(rest[verb.Length], StringComparison.Ordinal))
        {
            return;
        }

        var core = new TextSpan(agencies.Span.Start, agencies.Span.End + verb.Length);
        foreach (var zone in passage.Before(agencies.Span.Start - 1, Kinds.Zone, Reach, commas: 2, passed: Kinds.Place)?.Members ?? [])
        {
            foreach (var agency in agencies.Members.Where(a => a.Type == EntityType.Agency))
            {
                sink.Add(RelationType.Administers, agency.Entity, zone.Entity, core.Union(zone.Span), core, "administers.stated", 0.88);
            }
        }
    }
}
