using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Text.Formats;

/// <summary>
/// .docx (ECMA-376 part 1): paragraphs as lines, a table's row as a line with tabs between its cells; deleted text left out.
/// </summary>
internal sealed class WordFormat : OnePaperFormat
{
    private const int BytesPerCharacter = 40;

    protected override async Task<SourcePaper> ReadOneAsync(PaperFile file, CancellationToken cancellation)
    {
        try
        {
            CheckSize(file);
            using var document = WordprocessingDocument.Open(new MemoryStream(file.Bytes, writable: false), isEditable: false);
            if (document.MainDocumentPart is not { } main)
            {
                return new SourcePaper("", new DocumentHead());
            }

            using var xml = XmlReader.Create(
                main.GetStream(),
                new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Prohibit }
            );
            return new SourcePaper(await new WordText(xml, file).ReadAsync(cancellation), new DocumentHead());
        }
        catch (Exception e)
            when (e is OpenXmlPackageException or InvalidDataException or FileFormatException or XmlException or IOException)
        {
            throw new PaperException(
                file.Path,
                "it is no Word document, or a damaged or encrypted one",
                "Open it in a word processor and save it again as .docx.",
                e
            );
        }
    }

    /// <summary>A small package may unpack to gigabytes, which take their time even where they hold little text.</summary>
    private static void CheckSize(PaperFile file)
    {
        using var archive = new ZipArchive(new MemoryStream(file.Bytes, writable: false));
        var size = archive.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).Sum(e => e.Length);
        if (size > Math.Min(file.Limit, long.MaxValue / BytesPerCharacter) * BytesPerCharacter)
        {
            throw new PaperException(file.Path, $"it unpacks to {size} bytes, more than a paper can have", "Cut it into its papers.");
        }
    }
}
