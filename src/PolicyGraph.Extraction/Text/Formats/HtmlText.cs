using System.Text;
using AngleSharp.Dom;

namespace PolicyGraph.Extraction.Text.Formats;

/// <summary>The text of a page's part, line by line as a reader sees it.</summary>
internal sealed class HtmlText
{
    /// <summary>Characters from which on a table's cell is part of the page's layout and holds lines of its own.</summary>
    private const int LayoutCell = 80;

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address",
        "article",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    };

    private readonly Dictionary<IElement, bool> _isDataCell = [];

    public string Of(INode root)
    {
        var text = new StringBuilder();
        // Iterative: a page may nest elements deeper than a thread's stack.
        var pending = new Stack<(INode Node, bool IsClosing)>();
        pending.Push((root, false));
        while (pending.TryPop(out var next))
        {
            if (next.IsClosing)
            {
                Close(text, next.Node);
                continue;
            }

            Open(text, next.Node);
            pending.Push((next.Node, true));
            for (var child = next.Node.LastChild; child is not null; child = child.PreviousSibling)
            {
                pending.Push((child, false));
            }
        }

        return text.ToString().Trim('\n');
    }

    private void Open(StringBuilder text, INode node)
    {
        if (node is IText run)
        {
            Append(text, run.Data);
        }
        else if (node is IElement { LocalName: "br" } || IsLine(node))
        {
            Break(text);
        }
    }

    private void Close(StringBuilder text, INode node)
    {
        if (node is IElement { LocalName: "td" or "th" } cell && cell.NextElementSibling is not null)
        {
            text.Append('\t');
        }
        else if (IsLine(node))
        {
            Break(text);
        }
    }

    /// <summary>A block within a table's cell is no line of its own: the row is.</summary>
    private bool IsLine(INode node) =>
        node is IElement element && Blocks.Contains(element.LocalName) && (element.LocalName == "tr" || !InCell(element));

    private bool InCell(IElement element)
    {
        for (var (parent, depth) = (element.ParentElement, 0); parent is not null && depth < 8; parent = parent.ParentElement, depth++)
        {
            if (parent.LocalName is "td" or "th")
            {
                if (!_isDataCell.TryGetValue(parent, out var isData))
                {
                    _isDataCell.Add(parent, isData = parent.TextContent.Length < LayoutCell);
                }

                return isData;
            }
        }

        return false;
    }

    private static void Break(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }
    }

    /// <summary>
    /// White space of the source, line ends in it too, is one blank; a full-width blank stays, since it sets paragraphs in.
    /// </summary>
    private static void Append(StringBuilder text, string data)
    {
        foreach (var c in data)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\u00a0')
            {
                if (text.Length > 0 && text[^1] is not (' ' or '\n' or '\t'))
                {
                    text.Append(' ');
                }
            }
            else
            {
                text.Append(c);
            }
        }
    }
}
