namespace PolicyGraph.Extraction.Gazetteers;

/// <summary>
/// Most districts and cities of the county level were counties once (双流县 became 双流区, 富阳市 富阳区), and papers of their time call
/// them so: each gets the names under its other ranks, but for those that another place bears.
/// </summary>
internal static class FormerRanks
{
    public static IEnumerable<PlaceEntry> Added(IReadOnlyList<PlaceEntry> places)
    {
        var taken = places
            .SelectMany(p => p.Forms.Concat(p.WeakForms).Concat(p.FormerNames).Append(p.Name))
            .ToHashSet(StringComparer.Ordinal);
        return places.Select(place =>
            place with
            {
                FormerNames = [.. place.FormerNames, .. Of(place).Where(name => !taken.Contains(name))],
            }
        );
    }

    private static IEnumerable<string> Of(PlaceEntry place)
    {
        var stem = place.Name[..^1];
        if (place.Level != "county" || stem.Length < 2 || place.Name[^1] is not ('区' or '市' or '县'))
        {
            return [];
        }

        // 新城市 is a new city where 新城 is but a plain word.
        return place.Forms.Contains(stem) ? [stem + '县', stem + '市']
            : place.WeakForms.Contains(stem) ? [stem + '县']
            : [];
    }
}
