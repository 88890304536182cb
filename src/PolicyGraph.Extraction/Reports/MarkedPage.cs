using System.Globalization;
using System.Net;
using System.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Reports;

/// <summary>
/// A record as one HTML page without scripts: the paper with its mentions, relations and statistics marked, and beside it what they say.
/// </summary>
public static class MarkedPage
{
    private const string Style = """
        body{display:grid;grid-template-columns:3fr 2fr;gap:2rem;margin:2rem;font:15px/1.8 serif}
        pre{white-space:pre-wrap;font:inherit;margin:0} aside{font:12px/1.5 sans-serif} td{vertical-align:top;padding:.1rem .4rem;border-top:1px solid #ddd}
        mark{color:inherit;background:none} .relation{border-bottom:2px solid #c33} .statistic{border-bottom:2px dashed #36c}
        .Agency{background:#cde6ff} .Organization{background:#ddf3d0} .Person{background:#ffe0b8} .Place{background:#eee3c8} .Zone{background:#d4f0ee}
        .Policy{background:#f3d5f0} .Publication{background:#e6dcf7} .Standard{background:#dadada} .Event{background:#fff2a8}
        """;

    /// <summary>The page, complete and in UTF-8 characters; every text of the paper is escaped.</summary>
    public static string Of(DocumentRecord record)
    {
        var annotations = Annotation.Of(record);
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"<!DOCTYPE html>\n<html lang=\"zh\"><head><meta charset=\"utf-8\"><title>{Escape(record.Document.Title ?? record.Document.Source)}</title><style>{Style}</style></head>\n<body><main>"
        );
        page.Append(
            CultureInfo.InvariantCulture,
            $"<p>{Escape(string.Join(" · ", new[] { record.Document.Publisher, record.Document.Issue, record.Document.Published }.Where(p => p is not null)))}</p><pre>"
        );
        AppendText(page, record.Text ?? "", annotations);
        page.Append("</pre></main>\n<aside><table>");
        foreach (var a in annotations.Where(a => a.Kind is "relation" or "statistic"))
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td><a href=\"#p{a.Span.Start}\">{a.Span.Start}</a><td class=\"{a.Kind}\">{Escape(a.Label)}<td>{Escape(a.Rule)}<td>{a.Confidence:0.00}</tr>\n"
            );
        }

        foreach (var finding in record.Findings)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{(finding.Agrees ? "✓" : "✗")}<td>{Escape(finding.Message)}<td>{Escape(finding.Check)}<td></tr>\n"
            );
        }

        return page.Append("</table></aside></body></html>\n").ToString();
    }

    /// <summary>Cuts the text wherever a mark begins or ends, so that marks may overlap and cross.</summary>
    private static void AppendText(StringBuilder page, string text, List<Annotation> annotations)
    {
        int[] cuts =
        [
            .. annotations
                .SelectMany(a => new[] { a.Span.Start, a.Span.End })
                .Append(0)
                .Append(text.Length)
                .Where(c => c <= text.Length)
                .Distinct()
                .Order(),
        ];
        List<Annotation> open = [];
        var next = 0;
        for (var i = 0; i + 1 < cuts.Length; i++)
        {
            open.RemoveAll(a => a.Span.End <= cuts[i]);
            var isStart = next < annotations.Count && annotations[next].Span.Start == cuts[i];
            for (; next < annotations.Count && annotations[next].Span.Start <= cuts[i]; next++)
            {
                open.Add(annotations[next]);
            }

            var piece = Escape(text[cuts[i]..cuts[i + 1]]);
            var id = isStart ? $" id=\"p{cuts[i]}\"" : "";
            _ =
                open.Count == 0
                    ? page.Append(piece)
                    : page.Append(
                        CultureInfo.InvariantCulture,
                        $"<mark{id} class=\"{string.Join(' ', open.Select(a => a.Kind).Distinct())}\" title=\"{Escape(string.Join('\n', open.Select(a => $"{a.Kind} {a.Label} [{a.Rule}]")))}\">{piece}</mark>"
                    );
        }
    }

    private static string Escape(string? text) => WebUtility.HtmlEncode(text ?? "");
}
