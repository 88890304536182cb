namespace PolicyGraph.Model;

/// <summary>Finds null among a record's rows: JSON may hold it, and the types of lists do not keep it out.</summary>
internal static class NullRows
{
    /// <summary>The first one's place, as <c>entities[3].mentions[0]</c>; null where there is none.</summary>
    public static string? First(DocumentRecord record) =>
        First("articles", record.Articles, article => First("authors", article.Authors))
        ?? First(
            "entities",
            record.Entities,
            entity => First("mentions", entity.Mentions) ?? First("aliases", entity.Aliases ?? []) ?? First("spans", entity.Spans)
        )
        ?? First("relations", record.Relations)
        ?? First("statistics", record.Statistics)
        ?? First("findings", record.Findings);

    private static string? First<T>(string list, IReadOnlyList<T?> rows, Func<T, string?>? inside = null)
        where T : class
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i] is not { } row)
            {
                return $"{list}[{i}]";
            }

            if (inside?.Invoke(row) is { } deeper)
            {
                return $"{list}[{i}].{deeper}";
            }
        }

        return null;
    }
}
