namespace PolicyGraph.Extraction.Gazetteers;

/// <summary>
/// The embedded tables of bodies as records: places, agencies, departments, zones, organizations, and the words that their names are built
/// with.
/// </summary>
internal static class GazetteerReader
{
    public static IReadOnlyList<Entry> ReadAll() =>
        [
            .. FormerRanks.Added([.. Rows("places.tsv", Place)]),
            .. Rows("agencies.tsv", Agency),
            .. Rows("departments.tsv", Department),
            .. Rows("zones.tsv", Zone),
            .. Rows("organizations.tsv", Organization),
            .. Rows("body-words.tsv", Word),
        ];

    private static IEnumerable<T> Rows<T>(string name, Func<TsvFile, string[], T> read)
    {
        var file = TsvFile.Read(name);
        return file.Rows.Select(row => read(file, row));
    }

    private static PlaceEntry Place(TsvFile file, string[] row) =>
        new()
        {
            Id = file.Field(row, "id"),
            Name = file.Field(row, "name"),
            Forms = file.List(row, "forms"),
            WeakForms = file.List(row, "weak_forms"),
            FormerNames = file.List(row, "former"),
            Level = file.Field(row, "level"),
            Parent = file.Field(row, "parent"),
        };

    private static AgencyEntry Agency(TsvFile file, string[] row) =>
        new()
        {
            Id = file.Field(row, "id"),
            Name = file.Field(row, "name"),
            Forms = file.List(row, "forms"),
            Level = file.Field(row, "level"),
            Parent = file.Field(row, "parent"),
            From = file.Year(row, "from"),
            To = file.Year(row, "to"),
            Successor = file.Field(row, "successor"),
        };

    private static DepartmentEntry Department(TsvFile file, string[] row) =>
        new()
        {
            Id = file.Field(row, "id"),
            Name = file.Field(row, "name"),
            Forms = file.List(row, "forms"),
            System = file.Field(row, "system"),
            Pattern = file.Field(row, "pattern"),
            StandsAlone = file.Field(row, "alone") == "yes",
        };

    private static ZoneEntry Zone(TsvFile file, string[] row) =>
        new()
        {
            Id = file.Field(row, "id"),
            Name = file.Field(row, "name"),
            Forms = file.List(row, "forms"),
            Level = file.Field(row, "level"),
            Place = file.Field(row, "place"),
        };

    private static OrganizationEntry Organization(TsvFile file, string[] row) =>
        new()
        {
            Category = file.Field(row, "kind"),
            Id = file.Field(row, "id"),
            Name = file.Field(row, "name"),
            Forms = file.List(row, "forms"),
        };

    private static WordEntry Word(TsvFile file, string[] row) =>
        new()
        {
            Id = $"{file.Field(row, "class")}/{file.Field(row, "word")}",
            Name = file.Field(row, "word"),
            Class = file.Field(row, "class"),
        };
}
