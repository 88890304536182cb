using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PolicyGraph.Model;
using PolicyGraph.Store.Graph;

namespace PolicyGraph.Store.Facts;

/// <summary>What makes two papers speak of the same thing: the identity of each kind of node.</summary>
public static class Identity
{
    /// <summary>An entity is its type and its canonical name.</summary>
    public static NodeId Entity(EntityType type, string name) => new(type.ToString(), Hash($"{type}\n{name}"));

    /// <summary>What is its name: an entity of a type, or an indicator.</summary>
    public static NodeId Of(NodeType type, string name) => new(type.Label, Hash($"{type.Label}\n{name}"));

    /// <summary>An indicator is its name.</summary>
    public static NodeId Indicator(string name) => new(Labels.Indicator, Hash($"{Labels.Indicator}\n{name}"));

    /// <summary>
    /// A statistic is all that it states; who reported it and how vaguely is no part of it, so that papers can corroborate each other.
    /// </summary>
    /// <param name="statistic">As its paper gives it.</param>
    /// <param name="subject">The node of its subject, or null.</param>
    public static NodeId Statistic(StatisticRecord statistic, NodeId? subject)
    {
        var value = Numbers.Trim(statistic.Value).ToString(CultureInfo.InvariantCulture);
        return new(
            Labels.Statistic,
            Hash(
                $"{statistic.Indicator}\n{subject?.ToString()}\n{statistic.Period}\n{statistic.Measure.Wire()}\n{statistic.Kind.Wire()}\n{value}\n{statistic.Unit}"
            )
        );
    }

    /// <summary>A document is the hash of its bytes; where a record has none, the hash of the record itself without its source.</summary>
    public static NodeId Document(DocumentRecord record) =>
        new(
            Labels.Document,
            record.Document.Hash is { Length: >= NodeId.Digits } hash && TryLead(hash, out var lead) ? lead : ContentHash(record)
        );

    private static bool TryLead(string hash, out ulong lead) =>
        ulong.TryParse(hash.AsSpan(0, NodeId.Digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out lead);

    private static ulong ContentHash(DocumentRecord record)
    {
        var bare = record with { Document = record.Document with { Source = null } };
        return Lead(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(bare, RecordJson.Compact.DocumentRecord)));
    }

    private static ulong Hash(string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)), digest);
        ArrayPool<byte>.Shared.Return(bytes);
        return Lead(digest);
    }

    private static ulong Lead(ReadOnlySpan<byte> digest) => BinaryPrimitives.ReadUInt64BigEndian(digest);
}
