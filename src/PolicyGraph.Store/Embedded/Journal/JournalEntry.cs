using System.Buffers;
using PolicyGraph.Store.Bytes;

namespace PolicyGraph.Store.Embedded.Journal;

/// <summary>One step of a transaction. A frame's content is one or more of them, one after the other.</summary>
internal abstract record JournalEntry(ulong Document);

/// <summary>A document taken in, with its record's bytes as <see cref="RecordEncoder"/> writes them.</summary>
/// <param name="Fingerprint">64 bits of the SHA-256 of <paramref name="Record"/>.</param>
/// <param name="Place">Is told where the record came to lie.</param>
internal sealed record PutEntry(
    ulong Document,
    ulong Fingerprint,
    IReadOnlyList<string> Sources,
    ReadOnlyMemory<byte> Record,
    RecordPlace Place
) : JournalEntry(Document);

/// <summary>The places that a document came from, all of them, anew.</summary>
internal sealed record SourcesEntry(ulong Document, IReadOnlyList<string> Sources) : JournalEntry(Document);

/// <summary>A document taken away.</summary>
internal sealed record RemoveEntry(ulong Document) : JournalEntry(Document);

/// <summary>Writes and reads entries.</summary>
internal static class JournalEntries
{
    private const byte Put = 1;
    private const byte Sources = 2;
    private const byte Remove = 3;

    public static void Write(IBufferWriter<byte> output, JournalEntry entry)
    {
        output.WriteByte(
            entry switch
            {
                PutEntry => Put,
                SourcesEntry => Sources,
                _ => Remove,
            }
        );
        output.WriteLong(entry.Document);
        switch (entry)
        {
            case PutEntry put:
                output.WriteLong(put.Fingerprint);
                output.WriteList(put.Sources, static (writer, source) => writer.WriteText(source));
                output.WriteInt(put.Record.Length);
                output.Write(put.Record.Span);
                break;
            case SourcesEntry sources:
                output.WriteList(sources.Sources, static (writer, source) => writer.WriteText(source));
                break;
            default:
                break;
        }
    }

    /// <summary>Tells the entries of a frame, of their records only where they lie and how long the text is.</summary>
    public static void Read(ReadOnlySpan<byte> content, IJournalReader reader)
    {
        var bytes = new ByteReader(content);
        while (!bytes.IsAtEnd)
        {
            var kind = bytes.Byte();
            var document = bytes.Long();
            switch (kind)
            {
                case Put:
                    ReadPut(document, ref bytes, reader);
                    break;
                case Sources:
                    reader.Sources(document, bytes.List(ReadText));
                    break;
                case Remove:
                    reader.Remove(document);
                    break;
                default:
                    throw new StoreException(
                        StoreErrorCode.Unsupported,
                        $"The journal holds an entry of kind {kind}, which this version does not know; use a newer one."
                    );
            }
        }
    }

    private static void ReadPut(ulong document, ref ByteReader bytes, IJournalReader reader)
    {
        var fingerprint = bytes.Long();
        var sources = bytes.List(ReadText);
        var length = bytes.Int();
        var start = bytes.Position;
        var textLength = new ByteReader(bytes.Take(length)).Int();
        reader.Put(document, fingerprint, sources, start, length, textLength);
    }

    private static string ReadText(ref ByteReader reader) => reader.Text() ?? "";
}

/// <summary>Is told the entries of a frame in their order.</summary>
internal interface IJournalReader
{
    /// <param name="start">Where the record begins in the frame's content.</param>
    void Put(ulong document, ulong fingerprint, string[] sources, int start, int length, int textLength);

    void Sources(ulong document, string[] sources);

    void Remove(ulong document);
}
