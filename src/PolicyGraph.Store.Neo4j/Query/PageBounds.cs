using System.Text.Json;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Which part of a list is asked for (Relay, “Pagination algorithm”), and how the rows that come are cut to it.</summary>
internal sealed class PageBounds
{
    private readonly StatementBuilder _builder;
    private readonly Page _page;

    /// <param name="tellsOfMore">True where it is asked whether the list goes on.</param>
    public PageBounds(StatementBuilder builder, Page page, bool tellsOfMore)
    {
        TellsOfMore = tellsOfMore;
        _builder = builder;
        _page = page;
        HasAfter = !builder.IsNull(page.After);
        HasBefore = !builder.IsNull(page.Before);
        var hasFirst = !builder.IsNull(page.First);
        IsBackward = !hasFirst && !builder.IsNull(page.Last);
        Limit =
            IsBackward ? Most(page.Last)
            : hasFirst ? Most(page.First)
            : "";
    }

    /// <summary>True where it is asked whether the list goes on.</summary>
    public bool TellsOfMore { get; }

    /// <summary>True where rows must be read though nothing is asked of them: to tell of more, or that a cursor is none.</summary>
    public bool NeedsRows => TellsOfMore || HasAfter || HasBefore;

    public bool HasAfter { get; }

    public bool HasBefore { get; }

    /// <summary>True where the page is counted from the list's end.</summary>
    public bool IsBackward { get; }

    /// <summary>The page's rows, and one more where it is asked whether the list goes on.</summary>
    public string Limit { get; }

    /// <summary>The rows within both bounds; empty where there are none.</summary>
    public string Conditions(OrderPlan order) =>
        string.Join(
            " AND ",
            new[]
            {
                HasAfter ? order.Beyond(_page.After, isAfter: true) : "",
                HasBefore ? order.Beyond(_page.Before, isAfter: false) : "",
            }.Where(text => text.Length > 0)
        );

    /// <param name="value">The connection's row, for what else is read from it.</param>
    /// <param name="list">The rows that came; undefined where none were asked for.</param>
    /// <param name="isBefore">Whether the list has rows at or beyond <c>before</c>.</param>
    /// <param name="isAfter">The same of <c>after</c>.</param>
    public PageRows Cut(JsonElement value, JsonElement list, bool isBefore, bool isAfter)
    {
        var (first, last) = (_builder.Values.Integer(_page.First), _builder.Values.Integer(_page.Last));
        var rows = list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToList() : [];
        var wanted = (IsBackward ? last : first) ?? long.MaxValue;
        var isMore = rows.Count > wanted;
        if (isMore)
        {
            rows.RemoveRange((int)wanted, rows.Count - (int)wanted);
        }

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

        return IsBackward ? new(value, rows, isBefore, isMore || isAfter) : new(value, rows, isMore || isBefore, dropped > 0 || isAfter);
    }

    private string Most(Slot limit) => $" LIMIT {(TellsOfMore ? _builder.Parameter("l", limit, More) : _builder.Parameter(limit))}";

    private static object? More(object? limit) => limit is long number and < long.MaxValue ? number + 1 : limit;
}

/// <summary>A page as it is written.</summary>
internal readonly record struct PageRows(JsonElement Value, List<JsonElement> Rows, bool HasNext, bool HasPrevious);
