using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Conformance.Plain;

/// <summary>Orders of rows and their cursors.</summary>
/// <param name="isSearch">True where rows without an order of their own go by how well they fit, then by papers.</param>
public sealed class PlainOrder(PlainFilters filters, IReadOnlyList<OrderKey> order, bool isSearch) : IComparer<PlainRow>
{
    /// <summary>The place of the last day in <see cref="PlainNode.OrderKeys"/>.</summary>
    private const int LatestFirst = 1;

    private readonly bool _isByScore = isSearch && order.Count == 0;

    private uint Fingerprint => _isByScore ? Cursor.OfSearch : Cursor.Fingerprint(order);

    public int Compare(PlainRow? x, PlainRow? y) => Compare(Keys(x!), x!.Node.Id, x.EdgeText, Place(y!));

    public int Compare(PlainRow row, Cursor place) => Compare(Keys(row), row.Node.Id, row.EdgeText, place);

    public Cursor Parse(string cursor) => Cursor.Parse(cursor, Fingerprint);

    public string CursorOf(PlainRow row) => Place(row).Encode(Fingerprint);

    private Cursor Place(PlainRow row) => new(Keys(row), row.Node.Id, row.EdgeText);

    private object?[] Keys(PlainRow row) =>
        _isByScore ? [(decimal)row.Hit!.Score, (decimal)row.Node.Documents.Count()] // Every row of a search has a hit.
        : order.Count == 0 ? row.Node.OrderKeys
        : [.. order.Select(key => Key(row, key))];

    private object? Key(PlainRow row, OrderKey key) =>
        key switch
        {
            PropertyOrder property => row.Node.Values.GetValueOrDefault(property.Property),
            EdgePropertyOrder property => row.Edge?.Values.GetValueOrDefault(property.Property),
            RelationCountOrder count => (decimal)
                PlainFilters.Follow(row.Node, count.Step).Count(next => filters.Fits(next.Node, count.Filter)),
            DocumentCountOrder => (decimal)row.Node.Documents.Count(),
            _ => throw new NotSupportedException(key.ToString()),
        };

    private int Compare(object?[] keys, string id, string edge, Cursor place)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            var compared = CompareKey(keys[i], place.Keys[i], _isByScore || (order.Count > 0 ? order[i].Descending : i == LatestFirst));
            if (compared != 0)
            {
                return compared;
            }
        }

        var byId = string.CompareOrdinal(id, place.Id);
        return byId != 0 ? byId : string.CompareOrdinal(edge, place.Edge);
    }

    /// <summary>Missing values last, whichever way.</summary>
    public static int CompareKey(object? left, object? right, bool descending)
    {
        if (left is null || right is null)
        {
            return (left is null).CompareTo(right is null);
        }

        var compared = PlainFilters.Order(left, right) ?? throw new NotSupportedException($"{left} {right}");
        return descending ? -compared : compared;
    }
}
