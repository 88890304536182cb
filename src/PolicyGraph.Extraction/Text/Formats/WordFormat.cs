using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Text.Formats;

/// <summary>.docx (ECMA-376 part 1): paragraphs as lines, a table's row as a line with tabs between its cells; deleted text left out.</summary>
internal sealed class WordFormat : OnePaperFormat
{
    private const int BytesPerCharacter = 40;

    protected override Task<SourcePaper> ReadOneAsync(PaperFile file, CancellationToken cancellation)
    {
        try
        {
            CheckSize(file);
            using var document = WordprocessingDocument.Open(new MemoryStream(file.Bytes, writable: false), isEditable: false);
            var text = new StringBuilder();
            foreach (var element in document.MainDocumentPart?.Document.Body?.Elements() ?? [])
            {
                cancellation.ThrowIfCancellationRequested();
                Append(text, element);
            }

            return Task.FromResult(new SourcePaper(text.ToString(), new DocumentHead()));
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or FileFormatException or XmlException or IOException)
        {
            throw new PaperException(file.Path, "it is no Word document, or a damaged or encrypted one", "Open it in a word processor and save it again as .docx.", e);
        }
    }

    /// <summary>A small package may unpack to gigabytes.</summary>
    private static void CheckSize(PaperFile file)
    {
        using var archive = new ZipArchive(new MemoryStream(file.Bytes, writable: false));
        var size = archive.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).Sum(e => e.Length);
        if (size > Math.Min(file.Limit, long.MaxValue / BytesPerCharacter) * BytesPerCharacter)
        {
            throw new PaperException(file.Path, $"it unpacks to {size} bytes, more than a paper can have", "Cut it into its papers.");
        }
    }

    private static void Append(StringBuilder text, OpenXmlElement element)
    {
        switch (element)
        {
            case Paragraph:
                AppendRuns(text, element);
                text.Append('\n');
                break;
            case Table:
                foreach (var row in element.Elements<TableRow>())
                {
                    text.AppendJoin('\t', row.Elements<TableCell>().Select(Cell)).Append('\n');
                }

                break;
            case SdtBlock block:
                foreach (var inner in block.SdtContentBlock?.Elements() ?? [])
                {
                    Append(text, inner);
                }

                break;
        }
    }

    private static string Cell(TableCell cell)
    {
        var text = new StringBuilder();
        foreach (var paragraph in cell.Elements<Paragraph>())
        {
            AppendRuns(text, paragraph);
        }

        return text.ToString();
    }

    private static void AppendRuns(StringBuilder text, OpenXmlElement paragraph)
    {
        foreach (var element in paragraph.Descendants())
        {
            _ = element switch
            {
                DocumentFormat.OpenXml.Wordprocessing.Text run => text.Append(run.Text),
                TabChar => text.Append('\t'),
                Break => text.Append('\n'),
                _ => text,
            };
        }
    }
}
