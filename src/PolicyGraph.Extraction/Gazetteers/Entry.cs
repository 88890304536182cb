using System.Collections.Immutable;

namespace PolicyGraph.Extraction.Gazetteers;

/// <summary>One record of a gazetteer: a thing with its official name and the other forms that name it.</summary>
internal abstract record Entry
{
    /// <summary>Unique within its table.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The other forms, without <see cref="Name"/>.</summary>
    public ImmutableArray<string> Forms { get; init; } = [];

    /// <summary>The bit by which a scan asks for this kind.</summary>
    public abstract EntryKinds Kind { get; }
}

/// <summary>The kinds of record, as a set: one surface form may stand for several.</summary>
[Flags]
internal enum EntryKinds : byte
{
    None = 0,
    Place = 1,
    Agency = 2,
    Department = 4,
    Zone = 8,
    Organization = 16,
    Word = 32,
}

/// <summary>A country, division, region, foreign city or venue (GB/T 2260, ISO 3166-1, public knowledge).</summary>
internal sealed record PlaceEntry : Entry
{
    /// <summary><c>country province prefecture county region area city venue</c>.</summary>
    public required string Level { get; init; }

    /// <summary>The GB/T 2260 code of a Chinese division, else empty.</summary>
    public string Code => Id.Length == 6 && char.IsAsciiDigit(Id[0]) ? Id : "";

    /// <summary>The id of the place that it lies in, or empty.</summary>
    public string Parent { get; init; } = "";

    /// <summary>
    /// Forms that name it only where the paper speaks of its surroundings: short forms of counties, and forms that several places share.
    /// </summary>
    public ImmutableArray<string> WeakForms { get; init; } = [];

    /// <summary>Full names that the division, or what it was made of, bore before it was renamed or raised in rank.</summary>
    public ImmutableArray<string> FormerNames { get; init; } = [];

    public bool IsDivision => Level is "province" or "prefecture" or "county";

    public override EntryKinds Kind => EntryKinds.Place;
}

/// <summary>A body of the centre, or a unit of one, with the years in which it bore that name.</summary>
internal sealed record AgencyEntry : Entry
{
    public required string Level { get; init; }

    /// <summary>The name of the body that it is a unit of, or empty.</summary>
    public string Parent { get; init; } = "";

    /// <summary>The first year of the name, null where it is older than the papers.</summary>
    public int? From { get; init; }

    /// <summary>The year in which the name ended, null where it lives.</summary>
    public int? To { get; init; }

    /// <summary>The name that came after it, or empty.</summary>
    public string Successor { get; init; } = "";

    public override EntryKinds Kind => EntryKinds.Agency;
}

/// <summary>A function that governments of several levels have a department for: <c>科学技术厅</c> with <c>科技厅</c>.</summary>
internal sealed record DepartmentEntry : Entry
{
    /// <summary>
    /// <c>any</c>; <c>vertical</c> where the body belongs to one of the centre; <c>party</c> where it is named after the party committee;
    /// <c>people</c> for a people's organization (科协, 妇联), which is no agency.
    /// </summary>
    public required string System { get; init; }

    /// <summary>The official name with <c>{full}</c> (江苏省) or <c>{short}</c> (江苏) for the place.</summary>
    public required string Pattern { get; init; }

    /// <summary>False where the form is too common a word to stand without a place (<c>政府</c>).</summary>
    public bool StandsAlone { get; init; }

    public override EntryKinds Kind => EntryKinds.Department;
}

/// <summary>A development zone of national standing.</summary>
internal sealed record ZoneEntry : Entry
{
    public required string Level { get; init; }

    /// <summary>The id of the place that it lies in, or empty.</summary>
    public string Place { get; init; } = "";

    public override EntryKinds Kind => EntryKinds.Zone;
}

/// <summary>A body that is well enough known to be named without a suffix, or by a short form.</summary>
internal sealed record OrganizationEntry : Entry
{
    /// <summary><c>association company finance institute international media university</c>.</summary>
    public required string Category { get; init; }

    public override EntryKinds Kind => EntryKinds.Organization;
}

/// <summary>A word that grammars look for: a suffix, a boundary, a general word.</summary>
internal sealed record WordEntry : Entry
{
    public required string Class { get; init; }

    public override EntryKinds Kind => EntryKinds.Word;
}
