using PolicyGraph.Model;

namespace PolicyGraph.Api.Writing;

/// <summary>Makes a record of a paper's bytes; the program has one, the API knows no Chinese.</summary>
public interface IPaperReader
{
    /// <summary>What the paper says.</summary>
    /// <param name="source">Its file name or address; the ending tells the format.</param>
    ValueTask<PaperReading> ReadAsync(string source, ReadOnlyMemory<byte> bytes, CancellationToken cancellation);
}

/// <summary>A paper's record, or why there is none.</summary>
/// <param name="Failure">One sentence for the sender; null where there is a record.</param>
public readonly record struct PaperReading(DocumentRecord? Record, string? Failure);
