using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Linking;

/// <summary>
/// 西州明德学院 and 明德学院 in one paper are one: the place or the parent before an organization's name is left out once it has been said.
/// Not for names that the gazetteers know, nor where two places have one of the name. So is 鹤鸣医院 with 西州大学附属鹤鸣医院.
/// 西州市明德联盟 and 西州明德联盟 are one too.
/// </summary>
internal static class PlacedNames
{
    private const int ShortestOwn = 4;
    private const int LongestPlace = 7;

    public static void Join(Paper paper)
    {
        var names = paper
            .Mentions.Where(m => m is { Type: EntityType.Organization, Form: MentionForm.Name })
            .Select(m => m.Name)
            .ToHashSet(StringComparer.Ordinal);
        var owners = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (EndsWithOther(names, name) && Own(name) is { } own && names.Contains(own) && Lexicon.Default.Find(own) is null)
            {
                owners[own] = owners.ContainsKey(own) ? null : name;
            }
        }

        foreach (var name in names)
        {
            if (AttachedTo(name) is { } hospital && names.Contains(hospital))
            {
                owners[hospital] = owners.ContainsKey(hospital) ? null : name;
            }

            if (Shorter(name) is { } shorter && names.Contains(shorter))
            {
                owners.TryAdd(shorter, name);
            }
        }

        foreach (var mention in owners.Count == 0 ? [] : paper.Mentions.Where(m => m.Type == EntityType.Organization))
        {
            mention.Name = owners.GetValueOrDefault(mention.Name) ?? mention.Name;
        }
    }

    /// <summary>乙医院 of 甲大学附属乙医院; null where the name is of nothing attached.</summary>
    private static string? AttachedTo(string name) =>
        name.IndexOf("附属", StringComparison.Ordinal) is var at and > 1 && name.Length - at - 2 >= ShortestOwn ? name[(at + 2)..] : null;

    /// <summary>The name without the rank of the place that it begins with; null where it begins with none.</summary>
    private static string? Shorter(string name)
    {
        for (var length = Math.Min(LongestPlace, name.Length - ShortestOwn); length > 2; length--)
        {
            if (
                name[length - 1] is '省' or '市'
                && Lexicon.Default.Find(name.AsSpan(0, length))?.First<PlaceEntry>() is { IsDivision: true }
            )
            {
                return name[..(length - 1)] + name[length..];
            }
        }

        return null;
    }

    /// <summary>True where what a name ends with is a name of the paper too, which few do.</summary>
    private static bool EndsWithOther(HashSet<string> names, string name)
    {
        var known = names.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(LongestPlace, name.Length - ShortestOwn); length > 1; length--)
        {
            if (known.Contains(name.AsSpan(length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name behind the place that it begins with; null where none does, or too little is left.</summary>
    private static string? Own(string name)
    {
        for (var length = Math.Min(LongestPlace, name.Length - ShortestOwn); length > 1; length--)
        {
            if (
                Lexicon.Default.Find(name.AsSpan(0, length)) is { } form
                && (form.First<PlaceEntry>() is { IsDivision: true } || form.First<OrganizationEntry>() is not null)
            )
            {
                return name[length..];
            }
        }

        return null;
    }
}
