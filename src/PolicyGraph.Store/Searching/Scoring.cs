namespace PolicyGraph.Store.Searching;

/// <summary>
/// How well a text fits what is searched for, in millionths: the very name, an alias, a beginning, an end, a part, a quote about it,
/// nearly; within these, the more of the text it covers the better. Whole numbers throughout, division rounding down, so that every store
/// comes to the same. Of a node's texts the best counts, of equals the first of <see cref="SearchField"/>, then the first by code unit; of
/// its quotes the first by the paper's id, then by where it begins, then by what it states. Of nodes with one score the one in more papers
/// goes first, then the lowest id.
/// </summary>
internal static class Scoring
{
    public const int Unit = 1_000_000;
    public const int Name = 1_000_000;
    public const int Alias = 900_000;
    public const int Beginning = 800_000;
    public const int End = 700_000;
    public const int Part = 600_000;
    public const int Quote = 500_000;
    public const int Covered = 90_000;
    public const int Nearly = 400_000;

    /// <summary>
    /// Quotes are looked at in so many papers, the first by id that hold the text: where more say it, more of the same says little.
    /// </summary>
    public const int MostPapers = 50;

    /// <summary>Shorter texts are looked for in names alone.</summary>
    public const int ShortestQuoted = 2;

    /// <summary>Of a text that holds what is wanted.</summary>
    /// <param name="length">Of the text, in UTF-16 code units.</param>
    /// <param name="at">Where it stands first.</param>
    public static int Holding(SearchField field, int length, int wanted, int at) =>
        length == wanted
            ? field is SearchField.Alias or SearchField.Initials
                ? Alias
                : Name
            : (
                at == 0 ? Beginning
                : at + wanted == length ? End
                : Part
            ) + (Covered * wanted / length);

    /// <summary>Of a quote that holds it, white space removed.</summary>
    public static int Quoting(int length, int wanted) => Quote + (Covered * wanted / length);

    /// <summary>Of a text that nearly holds it.</summary>
    /// <param name="found">How many of the <paramref name="parts"/> of what is wanted it holds.</param>
    public static int Near(int length, int wanted, int found, int parts) =>
        (int)((long)Nearly * found * Math.Min(wanted, length) / ((long)parts * length));

    /// <summary>The score as the answer tells it, from 0 to 1.</summary>
    public static double Told(int score) => (double)score / Unit;
}

internal static class SearchFields
{
    /// <summary>The property, as highlights name it.</summary>
    public static string Property(this SearchField field) =>
        field switch
        {
            SearchField.DocumentNumber => "documentNumber",
            SearchField.Title => "title",
            SearchField.Alias => "aliases",
            SearchField.Quote => "quote",
            _ => "name",
        };
}

/// <summary>Which property of a node a text is; by weight.</summary>
internal enum SearchField
{
    Name,
    DocumentNumber,
    Title,
    Alias,
    Initials,

    /// <summary>None of its own: what a paper says of it.</summary>
    Quote,
}
