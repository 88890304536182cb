using System.Xml;

namespace PolicyGraph.Extraction.Text.Formats;

/// <summary>
/// The text of a Word document's main part, taken out as it is read: no more than that text is ever in memory. A cell holds its paragraphs
/// one after the other; a table inside a cell is left out.
/// </summary>
/// <param name="xml">The part (ECMA-376 part 1, section 17), in its transitional or its strict namespace.</param>
/// <param name="file">Whose part it is; its limit is that of the text.</param>
internal sealed class WordText(XmlReader xml, PaperFile file)
{
    private static readonly string[] Namespaces =
    [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ];

    private readonly LimitedText _text = new(file);
    private readonly char[] _piece = new char[4096];
    private int _paragraphs;
    private bool _isInCell;
    private bool _hasCellBefore;

    /// <exception cref="PaperException">There is more text than a paper can have.</exception>
    /// <exception cref="XmlException">It is no XML.</exception>
    public async Task<string> ReadAsync(CancellationToken cancellation)
    {
        await xml.ReadAsync();
        while (!xml.EOF)
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsLeftOut())
            {
                await xml.SkipAsync();
                continue;
            }

            if (IsWord())
            {
                await TakeAsync();
            }

            await xml.ReadAsync();
        }

        return _text.ToString();
    }

    private bool IsWord() => xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement && Namespaces.Contains(xml.NamespaceURI);

    /// <summary>Properties hold tab stops, which are named as the tabs of the text are.</summary>
    private bool IsLeftOut() =>
        xml.NodeType is XmlNodeType.Element && IsWord() && (xml.LocalName is "pPr" || (xml.LocalName is "tbl" && _isInCell));

    private async Task TakeAsync()
    {
        switch (xml.NodeType, xml.LocalName)
        {
            case (XmlNodeType.Element, "p"):
                _paragraphs++;
                EndParagraph(ends: xml.IsEmptyElement);
                break;
            case (XmlNodeType.EndElement, "p"):
                EndParagraph(ends: true);
                break;
            case (_, "tc" or "tr") when _paragraphs == 0:
                TakeTable();
                break;
            case (XmlNodeType.Element, "tab") when _paragraphs > 0:
                _text.Append("\t");
                break;
            case (XmlNodeType.Element, "br") when _paragraphs > 0:
                _text.Append("\n");
                break;
            case (XmlNodeType.Element, "t") when _paragraphs > 0 && !xml.IsEmptyElement:
                await TakeTextAsync();
                break;
        }
    }

    /// <summary>The text of a box inside a paragraph has paragraphs of its own; only the outer one is a line.</summary>
    private void EndParagraph(bool ends)
    {
        if (ends && --_paragraphs == 0 && !_isInCell)
        {
            _text.Append("\n");
        }
    }

    private void TakeTable()
    {
        var begins = xml.NodeType is XmlNodeType.Element;
        if (xml.LocalName is "tc")
        {
            _text.Append(begins && _hasCellBefore ? "\t" : "");
            _isInCell = begins && !xml.IsEmptyElement;
            _hasCellBefore = true;
        }
        else if (!begins)
        {
            _text.Append("\n");
            _hasCellBefore = false;
        }
    }

    private async Task TakeTextAsync()
    {
        while (await xml.ReadAsync() && xml.NodeType is not XmlNodeType.EndElement)
        {
            int length;
            while (xml.CanReadValueChunk && xml.HasValue && (length = await xml.ReadValueChunkAsync(_piece, 0, _piece.Length)) > 0)
            {
                _text.Append(_piece.AsSpan(0, length));
            }
        }
    }
}
