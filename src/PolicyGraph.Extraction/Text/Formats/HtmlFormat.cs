using AngleSharp.Html.Parser;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Text.Formats;

/// <summary>
/// .html: the paper without navigation, scripts and footers. Blocks are lines, a table's row is a line with tabs between its cells (so that
/// the table at the top of a government page reads as the paper's head), a line break is one.
/// </summary>
internal sealed class HtmlFormat : OnePaperFormat
{
    protected override async Task<SourcePaper> ReadOneAsync(PaperFile file, CancellationToken cancellation)
    {
        using var document = await new HtmlParser().ParseDocumentAsync(TextDecoder.Decode(file.Path, file.Bytes), cancellation);
        if (document.Body is not { } body)
        {
            return new("", new DocumentHead());
        }

        foreach (var element in body.QuerySelectorAll("*").Where(HtmlFurniture.IsOne).ToList())
        {
            element.Remove();
        }

        var text = new HtmlText().Of(body);
        var title =
            document.Head?.QuerySelector("meta[name='ArticleTitle' i]")?.GetAttribute("content")?.Trim()
            ?? body.QuerySelector("h1")?.TextContent.Trim();
        var hasTitle = string.IsNullOrEmpty(title) || Squeezing.Squeeze(text).Contains(Squeezing.Squeeze(title), StringComparison.Ordinal);
        return new(hasTitle ? text : $"{title}\n{text}", new DocumentHead());
    }
}
