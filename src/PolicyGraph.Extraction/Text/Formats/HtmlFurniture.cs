using AngleSharp.Dom;

namespace PolicyGraph.Extraction.Text.Formats;

/// <summary>Parts of a page that are not its paper: scripts, navigation, footers, forms, lists of links.</summary>
internal static class HtmlFurniture
{
    private const int ShortestProse = 200;

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "footer",
        "aside",
        "form",
        "iframe",
        "select",
        "button",
        "input",
        "svg",
        "canvas",
        "video",
        "audio",
        "object",
        "head",
    };

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "nav",
        "navbar",
        "navigation",
        "menu",
        "breadcrumb",
        "breadcrumbs",
        "crumb",
        "footer",
        "foot",
        "copyright",
        "share",
        "sidebar",
        "related",
        "recommend",
        "search",
        "login",
        "toolbar",
        "pagination",
        "advert",
        "ad",
        "ads",
        "qrcode",
    };

    public static bool IsOne(IElement element) =>
        Names.Contains(element.LocalName)
        || IsHidden(element)
        || (IsNamed(element.Id) || element.ClassList.Any(IsNamed))
            && element.TextContent.Length < ShortestProse * 5
            && !HasParagraphs(element)
        || element.LocalName is "ul" or "ol" or "div" && element.Children.Length > 2 && IsLinks(element);

    private static bool IsNamed(string? name) => name is not null && (Words.Contains(name) || name.Split('-', '_').Any(Words.Contains));

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || element.GetAttribute("style") is { } style
            && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);

    private static bool HasParagraphs(IElement element) => element.QuerySelectorAll("p").Any(p => p.TextContent.Length > ShortestProse);

    /// <summary>Nearly all of its text is links.</summary>
    private static bool IsLinks(IElement element)
    {
        var links = element.QuerySelectorAll("a");
        return links.Length > 2
            && element.TextContent.Length < ShortestProse * 5
            && links.Sum(a => a.TextContent.Trim().Length) * 10 > element.TextContent.Trim().Length * 8;
    }
}
