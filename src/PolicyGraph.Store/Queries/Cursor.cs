using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text;
using PolicyGraph.Store.Bytes;

namespace PolicyGraph.Store.Queries;

/// <summary>
/// A place in an ordered list, which stays true while rows come and go: the order's keys and the id of the row that it was made of. As text
/// it is opaque (base64url) and bound to its order by a fingerprint. The same in every store.
/// </summary>
/// <param name="Keys">The values of the order's keys: null, a text, a number or a truth value.</param>
/// <param name="Id">The node's id.</param>
/// <param name="Edge">What tells the row from others of the same node: relation, key, direction; empty for lists without a
/// relation.</param>
public sealed record Cursor(IReadOnlyList<object?> Keys, string Id, string Edge)
{
    private const byte Missing = 0;
    private const byte Text = 1;
    private const byte Number = 2;
    private const byte False = 3;
    private const byte True = 4;

    /// <summary>The fingerprint of a search's own order: by score, then by papers.</summary>
    public static uint OfSearch { get; } = Fingerprint([new DocumentCountOrder(Descending: false)]);

    /// <summary>The fingerprint of the order of a document's facts: by the place of their first quote.</summary>
    public static uint OfFacts { get; } = ~Fingerprint([]);

    /// <summary>32 bits that differ for different orders.</summary>
    public static uint Fingerprint(IReadOnlyList<OrderKey> order)
    {
        var crc = uint.MaxValue;
        foreach (var unit in string.Join('|', order.Select(Describe)))
        {
            crc = BitOperations.Crc32C(crc, unit);
        }

        return ~crc;
    }

    /// <summary>Reads a cursor back.</summary>
    /// <exception cref="StoreException"><see cref="StoreErrorCode.BadCursor"/>: it is none, or one of another order.</exception>
    public static Cursor Parse(string text, uint fingerprint)
    {
        try
        {
            var reader = new ByteReader(Base64Url.DecodeFromChars(text));
            if (reader.Int() == unchecked((int)fingerprint))
            {
                return new Cursor(reader.List(ReadKey), reader.Text() ?? "", reader.Text() ?? "");
            }
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException or OverflowException)
        {
            throw Bad(text, failure);
        }

        throw Bad(text, null);
    }

    /// <summary>The cursor as text.</summary>
    public string Encode(uint fingerprint)
    {
        var output = new ArrayBufferWriter<byte>(64);
        output.WriteInt(unchecked((int)fingerprint));
        output.WriteList(Keys, WriteKey);
        output.WriteText(Id);
        output.WriteText(Edge);
        return Base64Url.EncodeToString(output.WrittenSpan);
    }

    private static void WriteKey(IBufferWriter<byte> output, object? key)
    {
        output.WriteByte(
            key switch
            {
                null => Missing,
                string => Text,
                false => False,
                true => True,
                _ => Number,
            }
        );
        if (key is string text)
        {
            output.WriteText(text);
        }
        else if (key is decimal or long)
        {
            output.WriteText(Convert.ToString(key, CultureInfo.InvariantCulture));
        }
    }

    private static object? ReadKey(ref ByteReader reader) =>
        reader.Byte() switch
        {
            Text => reader.Text() ?? "",
            Number => decimal.Parse(reader.Text() ?? "", CultureInfo.InvariantCulture),
            False => false,
            True => true,
            _ => null,
        };

    private static string Describe(OrderKey key) =>
        key switch
        {
            PropertyOrder property => Sign(key, $"property {property.Property}"),
            EdgePropertyOrder property => Sign(key, $"edge {property.Property}"),
            RelationCountOrder count => Sign(
                key,
                $"count {string.Join(' ', count.Step.Types)} {count.Step.Direction} {string.Join(' ', count.Step.Target)}"
            ),
            _ => Sign(key, key.GetType().Name),
        };

    private static string Sign(OrderKey key, string what) => (key.Descending ? "-" : "+") + what;

    private static StoreException Bad(string text, Exception? inner)
    {
        var shown = new StringBuilder(text, 0, Math.Min(text.Length, 40), 40);
        return new StoreException(
            StoreErrorCode.BadCursor,
            $"“{shown}” is no cursor of this list in this order. Take cursors from pageInfo or edges of the same list, with the same "
                + "orderBy.",
            inner
        );
    }
}
