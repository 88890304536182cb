using System.Text;
using System.Text.Json;
using PolicyGraph.Api.Planning;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.Model;

namespace PolicyGraph.Api.Writing;

/// <summary>What a mutation brings: a record, or what becomes one.</summary>
internal abstract class IncomingPaper(FieldSelection field)
{
    /// <exception cref="GraphQL.GraphQLException">What was brought is none; says why.</exception>
    public abstract ValueTask<DocumentRecord> ReadAsync(OperationValues values, CancellationToken cancellation);

    /// <summary>The text of an argument; null where it was not given.</summary>
    protected string? Text(string argument, OperationValues values) =>
        field.Argument(argument) is { IsNull: false } value ? value.Evaluate(values).AsString() : null;
}

/// <summary>A record as JSON text.</summary>
internal sealed class RecordArgument(FieldSelection field) : IncomingPaper(field)
{
    public override ValueTask<DocumentRecord> ReadAsync(OperationValues values, CancellationToken cancellation)
    {
        try
        {
            return JsonSerializer.Deserialize(Text("record", values) ?? "null", RecordJson.Compact.DocumentRecord) is { } record
                ? ValueTask.FromResult(record)
                : throw StoreValues.Refuse("The record is null.");
        }
        catch (JsonException malformed)
        {
            throw StoreValues.Refuse($"The record is no valid one: {malformed.Message}");
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
            throw StoreValues.Refuse("This service reads no papers; extract them elsewhere and send records with ingestRecord.");
        }

        var reading = await reader.ReadAsync(Text("source", values) ?? "", Bytes(values), cancellation);
        return reading.Record ?? throw StoreValues.Refuse(reading.Failure ?? "The paper cannot be read.");
    }

    private byte[] Bytes(OperationValues values) => (Text("text", values), Text("base64", values)) switch
    {
        ({ } text, null) => Encoding.UTF8.GetBytes(text),
        (null, { } base64) => Decode(base64),
        _ => throw StoreValues.Refuse("Give exactly one of `text` and `base64`."),
    };

    private static byte[] Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var written) ? bytes[..written] : throw StoreValues.Refuse("`base64` is no Base64.");
    }
}
