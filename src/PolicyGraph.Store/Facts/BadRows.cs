namespace PolicyGraph.Store.Facts;

/// <summary>The failure of a row that contradicts the ontology.</summary>
internal static class BadRows
{
    /// <summary>Runs <paramref name="read"/> for each row and names the row where it fails.</summary>
    public static void Each<T>(string list, IReadOnlyList<T> rows, Func<T, string> describe, Action<T> read)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            try
            {
                read(rows[i]);
            }
            catch (FormatException failure)
            {
                throw new StoreException(StoreErrorCode.BadRecord, $"{list}[{i}] ({describe(rows[i])}): {failure.Message}.", failure);
            }
        }
    }
}
