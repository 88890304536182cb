using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>Entity types as sets, so that a rule says in one word what may fill a role.</summary>
[Flags]
internal enum Kinds
{
    None = 0,
    Agency = 1 << EntityType.Agency,
    Zone = 1 << EntityType.Zone,
    Policy = 1 << EntityType.Policy,
    Standard = 1 << EntityType.Standard,
    Publication = 1 << EntityType.Publication,
    Event = 1 << EntityType.Event,
    Organization = 1 << EntityType.Organization,
    Person = 1 << EntityType.Person,
    Place = 1 << EntityType.Place,

    /// <summary>What acts on paper: signs, issues, hosts.</summary>
    Actor = Agency | Organization,

    /// <summary>What can be a party or a site.</summary>
    Body = Agency | Organization | Zone | Place,

    Work = Policy | Standard | Publication,

    /// <summary>Where something can be.</summary>
    Site = Place | Zone | Organization,
}

/// <summary>Between an entity type and the sets of them.</summary>
internal static class KindsExtensions
{
    public static Kinds Kind(this EntityType type) => (Kinds)(1 << (int)type);

    public static bool Has(this Kinds kinds, EntityType type) => (kinds & type.Kind()) != Kinds.None;

    /// <summary>The set within which names are listed together: bodies with bodies, works with works.</summary>
    public static Kinds Family(this EntityType type) =>
        Kinds.Body.Has(type) ? Kinds.Body
        : Kinds.Work.Has(type) ? Kinds.Work
        : type.Kind();
}
