namespace PolicyGraph.Store.Neo4j.Schema;

/// <summary>
/// Queries to the full-text indexes, which are values of parameters. Every term is quoted, so that nothing in it is Lucene's syntax.
/// </summary>
internal static class FullText
{
    /// <summary>Lucene takes no more terms in one query.</summary>
    public const int MostTerms = 1000;

    /// <summary>Finds nothing.</summary>
    public const string Nothing = "\"\"";

    /// <summary>Finds texts that hold a text of the form of <see cref="HanText"/>.</summary>
    public static string Holding(string chinese) => Mark(chinese) + chinese + Mark(chinese);

    /// <summary>What stands before such a text and after it: quotes; of a single character a wildcard, as the index holds pairs.</summary>
    public static string Mark(string chinese) =>
        chinese.Length == 1 || (chinese.Length == 2 && char.IsHighSurrogate(chinese[0])) ? "*" : "\"";

    /// <summary>
    /// Finds texts that hold at least <paramref name="enough"/> of some parts, and others. At most so many are missing; of one group more
    /// than that, whichever way the parts are dealt out, one group is whole.
    /// </summary>
    public static string Near(IReadOnlyList<string> parts, int enough)
    {
        var groups = parts
            .Select((part, i) => (Part: part, Group: i % (parts.Count - enough + 1)))
            .GroupBy(pair => pair.Group, pair => Holding(pair.Part));
        return parts.Count == 0 ? Nothing : string.Join(" OR ", groups.Select(group => $"({string.Join(" AND ", group.Distinct())})"));
    }

    /// <summary>Finds whole texts, in an index that keeps them whole.</summary>
    public static string AnyOf(IEnumerable<string> texts)
    {
        var terms = texts
            .Where(text => text.Length > 0)
            .Select(text => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        return string.Join(" OR ", terms.DefaultIfEmpty(Nothing));
    }
}
