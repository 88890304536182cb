using System.Text.Json;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Which part of a list is asked for (Relay, “Pagination algorithm”), and how the rows that come are cut to it.</summary>
internal sealed class PageBounds
{
    private readonly StatementBuilder builder;
    private readonly Page page;

    public PageBounds(StatementBuilder builder, Page page)
    {
        this.builder = builder;
        this.page = page;
        HasAfter = !builder.IsNull(page.After);
        HasBefore = !builder.IsNull(page.Before);
        var hasFirst = !builder.IsNull(page.First);
        IsBackward = !hasFirst && !builder.IsNull(page.Last);
        Limit = IsBackward ? $" LIMIT {builder.Parameter("l", page.Last, More)}"
            : hasFirst ? $" LIMIT {builder.Parameter("l", page.First, More)}"
            : "";
    }

    public bool HasAfter { get; }

    public bool HasBefore { get; }

    /// <summary>True where the page is counted from the list's end.</summary>
    public bool IsBackward { get; }

    /// <summary>One row more than the page, so that it can be told whether the list goes on.</summary>
    public string Limit { get; }

    /// <summary>The rows within both bounds; empty where there are none.</summary>
    public string Conditions(OrderPlan order) => string.Join(
        " AND ", new[] { HasAfter ? order.Beyond(page.After, isAfter: true) : "", HasBefore ? order.Beyond(page.Before, isAfter: false) : "" }.Where(text => text.Length > 0));

    /// <param name="value">Rows, whether there are rows at or beyond <c>before</c>, the same of <c>after</c>, the number of all rows, groups.</param>
    public PageRows Cut(JsonElement value)
    {
        var (first, last) = (builder.Values.Integer(page.First), builder.Values.Integer(page.Last));
        var rows = value[0].EnumerateArray().ToList();
        var wanted = (IsBackward ? last : first) ?? long.MaxValue;
        var isMore = rows.Count > wanted;
        if (isMore)
        {
            rows.RemoveRange((int)wanted, rows.Count - (int)wanted);
        }

        var (isBefore, isAfter) = (value[1].GetBoolean(), value[2].GetBoolean());
        var dropped = 0;
        if (IsBackward)
        {
            rows.Reverse();
        }
        else if (last is { } kept && rows.Count > kept)
        {
            dropped = rows.Count - (int)kept;
            rows.RemoveRange(0, dropped);
        }

        var total = value[3].ValueKind == JsonValueKind.Number ? value[3].GetInt64() : 0;
        return IsBackward
            ? new(rows, isBefore, isMore || isAfter, total, value[4])
            : new(rows, isMore || isBefore, dropped > 0 || isAfter, total, value[4]);
    }

    private static object? More(object? limit) => limit is long number and < long.MaxValue ? number + 1 : limit;
}

/// <summary>A page as it is written.</summary>
internal readonly record struct PageRows(List<JsonElement> Rows, bool HasNext, bool HasPrevious, long Total, JsonElement Groups);
