using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>A search of which nothing is asked but its best results.</summary>
internal static class FirstPage
{
    /// <summary>How many are asked for, as a parameter; null where what does not come first counts too.</summary>
    public static string? Of(StatementBuilder builder, SearchRoot root)
    {
        var (page, connection) = (root.Connection.Page, root.Connection);
        var isFirst =
            connection is { Filter: null, Order.Count: 0 }
            && builder.IsNull(page.After)
            && builder.IsNull(page.Before)
            && builder.IsNull(page.Last)
            && !builder.IsNull(page.First);
        return isFirst && connection.Fields.All(field => field is not (TotalCountField or ConnectionGroupsField))
            ? builder.Parameter(page.First)
            : null;
    }
}
