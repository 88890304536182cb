using System.Text.Json.Serialization;

namespace PolicyGraph.Model;

/// <summary>The fifteen relations between entities (docs/ontology.md), each read from its <c>from</c> to its <c>to</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RelationType>))]
public enum RelationType
{
    [JsonStringEnumMemberName("ISSUED")]
    Issued,

    [JsonStringEnumMemberName("DRAFTED")]
    Drafted,

    [JsonStringEnumMemberName("RELEASED_AT")]
    ReleasedAt,

    [JsonStringEnumMemberName("BASED_ON")]
    BasedOn,

    [JsonStringEnumMemberName("APPLIES_TO")]
    AppliesTo,

    [JsonStringEnumMemberName("RESPONSIBLE_FOR")]
    ResponsibleFor,

    [JsonStringEnumMemberName("PILOTS")]
    Pilots,

    [JsonStringEnumMemberName("ORGANIZED")]
    Organized,

    [JsonStringEnumMemberName("HELD_IN")]
    HeldIn,

    [JsonStringEnumMemberName("PARTICIPATED_IN")]
    ParticipatedIn,

    [JsonStringEnumMemberName("PART_OF")]
    PartOf,

    [JsonStringEnumMemberName("LOCATED_IN")]
    LocatedIn,

    [JsonStringEnumMemberName("ADMINISTERS")]
    Administers,

    [JsonStringEnumMemberName("HOLDS_POSITION")]
    HoldsPosition,

    /// <summary>The one relation without a direction: the two ends are equals.</summary>
    [JsonStringEnumMemberName("COOPERATES_WITH")]
    CooperatesWith,
}
