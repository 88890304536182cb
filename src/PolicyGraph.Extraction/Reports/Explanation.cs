using System.Globalization;
using System.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Reports;

/// <summary>
/// A record as text for a terminal: each line of the paper, and under it the rules that fired in it with what they found.
/// </summary>
public static class Explanation
{
    public static string Of(DocumentRecord record)
    {
        var text = record.Text ?? "";
        var annotations = Annotation.Of(record);
        var written = new StringBuilder();
        var next = 0;
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start) is var found and >= 0 ? found : text.Length;
            written.Append(text.AsSpan(start, end - start).TrimEnd()).Append('\n');
            for (; next < annotations.Count && annotations[next].Span.Start <= end; next++)
            {
                var a = annotations[next];
                written.Append(
                    CultureInfo.InvariantCulture,
                    $"    {a.Kind, -12} {a.Rule, -28} {a.Confidence:0.00}  {a.Label}  “{Squeezing.Squeeze(text.AsSpan(a.Span.Start, a.Span.Length))}”\n"
                );
            }

            start = end + 1;
        }

        foreach (var finding in record.Findings)
        {
            written.Append(
                CultureInfo.InvariantCulture,
                $"{(finding.Agrees ? "agrees" : "DIFFERS")}  {finding.Check}  {finding.Message}\n"
            );
        }

        return written.ToString();
    }
}
