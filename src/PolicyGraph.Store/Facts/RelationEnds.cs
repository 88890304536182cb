using System.Collections.Frozen;
using PolicyGraph.Model;
using static PolicyGraph.Model.EntityType;

namespace PolicyGraph.Store.Facts;

/// <summary>
/// Between which entity types each relation may stand. Zones and places may organize and take part in events too: careful readers
/// of real papers say so (贵州省 as host of an expo), and a store must not refuse what they say.
/// </summary>
internal static class RelationEnds
{
    private static readonly EntityType[] Works = [Policy, Standard, Publication];
    private static readonly EntityType[] Bodies = [Agency, Organization, Zone, Place];

    private static readonly FrozenDictionary<RelationType, (EntityType[] From, EntityType[] To)> Ends = new Dictionary<
        RelationType,
        (EntityType[] From, EntityType[] To)
    >
    {
        [RelationType.Issued] = (Bodies, Works),
        [RelationType.Drafted] = ([Agency, Organization], Works),
        [RelationType.ReleasedAt] = (Works, [Event]),
        [RelationType.BasedOn] = ([Policy], [Policy]),
        [RelationType.AppliesTo] = ([Policy], [Zone, Place, Organization]),
        [RelationType.ResponsibleFor] = ([Agency], [Policy]),
        [RelationType.Pilots] = ([Zone, Place, Organization], [Policy]),
        [RelationType.Organized] = (Bodies, [Event]),
        [RelationType.HeldIn] = ([Event], [Place, Zone, Organization]),
        [RelationType.ParticipatedIn] = ([Person, .. Bodies], [Event]),
        [RelationType.PartOf] = ([Event, Agency, Zone, Organization], [Event, Agency, Zone, Organization]),
        [RelationType.LocatedIn] = ([Zone, Organization], [Place, Zone]),
        [RelationType.Administers] = ([Agency], [Zone]),
        [RelationType.HoldsPosition] = ([Person], [Agency, Organization, Zone, Event, Place]),
        [RelationType.CooperatesWith] = (Bodies, Bodies),
    }.ToFrozenDictionary();

    /// <summary>
    /// True where the ontology has the relation from <paramref name="from"/> to <paramref name="to"/>; a part is of the same type as its
    /// whole.
    /// </summary>
    public static bool Allow(RelationType type, EntityType from, EntityType to)
    {
        var ends = Ends[type];
        return ends.From.Contains(from) && ends.To.Contains(to) && (type != RelationType.PartOf || from == to);
    }
}
