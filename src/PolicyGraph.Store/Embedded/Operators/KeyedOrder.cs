using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>By keys, missing values last in both directions, then by id.</summary>
internal class KeyedOrder(uint fingerprint, SortKeyReader[] keys) : RowOrder(fingerprint)
{
    public override int Compare(Execution run, Node? anchor, Row row, Cursor place)
    {
        if (place.Keys.Count != keys.Length)
        {
            throw new StoreException(
                StoreErrorCode.BadCursor,
                "The cursor belongs to a list in another order; take cursors from the same list, with the same orderBy."
            );
        }

        for (var i = 0; i < keys.Length; i++)
        {
            var order = SortKey.Compare(keys[i].Read(run, anchor, row), SortKey.Of(place.Keys[i]), keys[i].Descending);
            if (order != 0)
            {
                return order;
            }
        }

        return CompareTies(run, row, place);
    }

    public override void Sort(Execution run, Node? anchor, int start)
    {
        var rows = run.Rows.From(start);
        var values = new SortKey[rows.Length * keys.Length];
        var places = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            run.Tick();
            places[i] = i;
            for (var key = 0; key < keys.Length; key++)
            {
                values[(i * keys.Length) + key] = keys[key].Read(run, anchor, rows[i]);
            }
        }

        var unsorted = rows.ToArray();
        Array.Sort(places, (left, right) => Compare(run, unsorted, values, left, right));
        for (var i = 0; i < places.Length; i++)
        {
            rows[i] = unsorted[places[i]];
        }
    }

    protected override Cursor Place(Execution run, Node? anchor, Row row) =>
        new([.. keys.Select(key => key.Read(run, anchor, row).Plain)], run.Graph.Registry.Heads[row.Node].IdText, EdgeText(run, row));

    private int Compare(Execution run, Row[] rows, SortKey[] values, int left, int right)
    {
        for (var key = 0; key < keys.Length; key++)
        {
            var order = SortKey.Compare(values[(left * keys.Length) + key], values[(right * keys.Length) + key], keys[key].Descending);
            if (order != 0)
            {
                return order;
            }
        }

        return CompareRows(run, rows[left], rows[right]);
    }
}

/// <summary>The value of one key of an order: a stored value, a number made for the row, or none.</summary>
internal readonly record struct SortKey(Value? Value, decimal? Number)
{
    /// <summary>As a cursor keeps it.</summary>
    public object? Plain =>
        Number is { } number
            ? number
            : Value?.Kind switch
            {
                null => null,
                ValueKind.Number => Value.Number,
                ValueKind.Truth => Value.Number != 0,
                ValueKind.Text => Value.Text,
                _ => Value.ToString(),
            };

    public static SortKey Of(object? plain) =>
        plain switch
        {
            null => default,
            string text => new SortKey(Value.OfText(text), null),
            bool truth => new SortKey(truth ? Value.True : Value.False, null),
            decimal number => new SortKey(null, number),
            _ => throw new ArgumentException($"A key of an order is no {plain.GetType().Name}.", nameof(plain)),
        };

    public static int Compare(SortKey left, SortKey right, bool descending)
    {
        var (hasLeft, hasRight) = (left.Value is not null || left.Number is not null, right.Value is not null || right.Number is not null);
        if (!hasLeft || !hasRight)
        {
            return hasRight.CompareTo(hasLeft);
        }

        var order =
            left.Value is { } value && right.Value is { } other ? value.CompareTo(other) : left.AsNumber().CompareTo(right.AsNumber());
        return descending ? -order : order;
    }

    private decimal AsNumber() => Number ?? Value?.Number ?? 0;
}

/// <summary>Reads one key of an order off a row.</summary>
internal sealed class SortKeyReader(bool descending, Func<Execution, Node?, Row, SortKey> read)
{
    public bool Descending => descending;

    public SortKey Read(Execution run, Node? anchor, Row row) => read(run, anchor, row);
}
