using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>甲高新区管委会: a management committee runs the zone that its name begins with.</summary>
internal sealed class AdministersRule : IRelationRule
{
    private static readonly string[] Suffixes = ["管委会", "管理委员会"];

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var committee in passage.Mentions.Concat(passage.Inner).Where(m => m.Type == EntityType.Agency))
        {
            if (!Array.Exists(Suffixes, s => passage.EndsBefore(committee.Span.End, s)))
            {
                continue;
            }

            if (passage.Within(committee).FirstOrDefault(m => m.Type == EntityType.Zone) is { } zone)
            {
                sink.Add(RelationType.Administers, committee.Entity!, zone.Entity!, committee.Span, committee.Span, "administers.name", 0.95);
            }
        }
    }
}
