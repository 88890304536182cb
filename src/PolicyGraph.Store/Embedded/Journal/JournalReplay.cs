using Microsoft.Win32.SafeHandles;

namespace PolicyGraph.Store.Embedded.Journal;

/// <summary>Follows the journal's entries to what is in force at its end.</summary>
internal sealed class JournalReplay(DocumentTable documents) : IJournalReader
{
    private SafeFileHandle? _file;
    private long _offset;

    public void Frame(SafeFileHandle segment, long contentOffset, ReadOnlySpan<byte> content)
    {
        (_file, _offset) = (segment, contentOffset);
        JournalEntries.Read(content, this);
    }

    public void Put(ulong document, ulong fingerprint, string[] sources, int start, int length, int textLength) =>
        documents.Put(
            new StoredDocument(
                document,
                fingerprint,
                sources,
                new RecordPlace(new RecordLocation(_file!, _offset + start, length, textLength))
            )
        ); // Set by Frame.

    public void Sources(ulong document, string[] sources)
    {
        if (documents.Find(document) is { } known)
        {
            documents.Put(known with { Sources = sources });
        }
    }

    public void Remove(ulong document) => documents.Remove(document);
}
