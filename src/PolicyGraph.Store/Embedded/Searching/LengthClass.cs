namespace PolicyGraph.Store.Embedded.Searching;

/// <summary>
/// Texts of about one length, which postings are kept apart by: within a kind of fit a shorter text scores higher, so a search that goes
/// from the shortest on can stop where no longer one can be among those asked for. One class for each length of the usual names, beyond
/// them some lengths together.
/// </summary>
internal static class LengthClass
{
    /// <summary>The class of all that is longer still.</summary>
    public const int Last = 255;

    private const int Single = 64;
    private const int Together = 16;

    public static int Of(int length) => length <= Single ? length : Math.Min(Last, Single + 1 + ((length - Single - 1) / Together));

    /// <summary>The length of the shortest text of a class.</summary>
    public static int Shortest(int lengthClass) =>
        lengthClass <= Single ? lengthClass : Single + 1 + ((lengthClass - Single - 1) * Together);
}
