using System.Text.Json;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Which part of a list is asked for (Relay, “Pagination algorithm”), and how the rows that come are cut to it.</summary>
internal sealed class PageBounds(StatementBuilder builder, Page page)
{
    private readonly long? first = builder.Integer(page.First);
    private readonly long? last = builder.Integer(page.Last);

    public bool HasAfter { get; } = !builder.IsNull(page.After);

    public bool HasBefore { get; } = !builder.IsNull(page.Before);

    /// <summary>True where the page is counted from the list's end.</summary>
    public bool IsBackward => first is null && last is not null;

    /// <summary>One row more than the page, so that it can be told whether the list goes on.</summary>
    public string Limit => IsBackward ? $" LIMIT {builder.Parameter("l", page.Last, More)}"
        : first is null ? ""
        : $" LIMIT {builder.Parameter("l", page.First, More)}";

    /// <summary>The rows within both bounds; empty where there are none.</summary>
    public string Conditions(OrderPlan order) => string.Join(
        " AND ", new[] { HasAfter ? order.Beyond(page.After, isAfter: true) : "", HasBefore ? order.Beyond(page.Before, isAfter: false) : "" }.Where(text => text.Length > 0));

    /// <param name="value">Rows, whether there are rows at or beyond <c>before</c>, the same of <c>after</c>, the number of all rows, groups.</param>
    public PageRows Cut(JsonElement value)
    {
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

    private static object? More(object? limit) => limit is long number ? number + 1 : limit;
}

/// <summary>A page as it is written.</summary>
internal readonly record struct PageRows(List<JsonElement> Rows, bool HasNext, bool HasPrevious, long Total, JsonElement Groups);
