using System.Text;
using System.Text.Json;
using PolicyGraph.Api.Planning;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.TypeSystem;
using PolicyGraph.Model;

namespace PolicyGraph.Api.Writing;

/// <summary>What a mutation brings: a record, or what becomes one.</summary>
internal abstract class IncomingPaper(FieldSelection field)
{
    /// <exception cref="GraphQL.GraphQLException">What was brought is none; says why.</exception>
    public abstract ValueTask<DocumentRecord> ReadAsync(OperationValues values, CancellationToken cancellation);

    /// <summary>The text of an argument; null where it was not given.</summary>
    protected string? Text(string argument, OperationValues values) =>
        Value(argument, values) is { IsNull: false } text ? text.AsString() : null;

    /// <summary>The value of an argument; null where it was not given.</summary>
    protected InputValue Value(string argument, OperationValues values) => field.Argument(argument)?.Evaluate(values) ?? InputValue.Null;
}

/// <summary>A record as JSON text.</summary>
internal sealed class RecordArgument(FieldSelection field) : IncomingPaper(field)
{
    public override ValueTask<DocumentRecord> ReadAsync(OperationValues values, CancellationToken cancellation)
    {
        try
        {
            return ValueTask.FromResult(RecordJson.Parse(Text("record", values) ?? "null"));
        }
        catch (JsonException malformed)
        {
            throw StoreValues.Refuse($"The record is no valid one: {RecordJson.Mistake(malformed)}.");
        }
    }
}

/// <summary>A paper, as text or as bytes.</summary>
internal sealed class PaperArgument(FieldSelection field, IPaperReader? reader) : IncomingPaper(field)
{
    public override async ValueTask<DocumentRecord> ReadAsync(OperationValues values, CancellationToken cancellation)
    {
        if (reader is null)
        {
            throw NoReader();
        }

        var (source, bytes) = Paper(values);
        var reading = await reader.ReadAsync(source, bytes, cancellation);
        return reading.Record ?? throw StoreValues.Refuse(reading.Failure ?? "The paper cannot be read.");
    }

    /// <summary>What one hears of a service that takes only records.</summary>
    public static GraphQL.GraphQLException NoReader() =>
        StoreValues.Refuse("This service reads no papers; extract them elsewhere and send records with ingestRecord.");

    private (string Source, ReadOnlyMemory<byte> Bytes) Paper(OperationValues values)
    {
        var file = Value("file", values) is { IsNull: false } upload ? upload.AsUpload() : null;
        ReadOnlyMemory<byte> bytes = (Text("text", values), Text("base64", values), file) switch
        {
            ({ } text, null, null) => Encoding.UTF8.GetBytes(text),
            (null, { } base64, null) => Decode(base64),
            (null, null, { } sent) => sent.Bytes,
            _ => throw StoreValues.Refuse("Give exactly one of `text`, `base64` and `file`."),
        };
        return (Text("source", values) ?? file?.Name) is { Length: > 0 } source
            ? (source, bytes)
            : throw StoreValues.Refuse("Give the `source`: the ending of its name tells the format.");
    }

    private static byte[] Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var written)
            ? bytes[..written]
            : throw StoreValues.Refuse("`base64` is no Base64.");
    }
}
