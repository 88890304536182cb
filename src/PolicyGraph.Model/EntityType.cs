using System.Text.Json.Serialization;

namespace PolicyGraph.Model;

/// <summary>
/// The nine kinds of thing that papers name (docs/ontology.md). The names are those of the record and of the graph's labels.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<EntityType>))]
public enum EntityType
{
    /// <summary>A body of state or party power at any level, and the units inside it.</summary>
    Agency,

    /// <summary>A development zone of any kind, and a named park.</summary>
    Zone,

    /// <summary>A named law, plan, opinion, measure, notice, programme or scheme.</summary>
    Policy,

    /// <summary>A numbered standard; its name is its number.</summary>
    Standard,

    /// <summary>A named report, white paper, index, ranking, book or speech that is no policy.</summary>
    Publication,

    /// <summary>A named meeting, forum, expo, contest or launch; edition and year belong to the name.</summary>
    Event,

    /// <summary>Any other body: company, university, institute, association, bank, newspaper.</summary>
    Organization,

    /// <summary>A named person.</summary>
    Person,

    /// <summary>A country, province, city, county, town, named region or named venue.</summary>
    Place,
}
