using System.Globalization;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Reports;

/// <summary>One row of a record as it lies on the text.</summary>
/// <param name="Span">In <see cref="DocumentRecord.Text"/>.</param>
/// <param name="Kind">The entity's type, or <c>relation</c> or <c>statistic</c>.</param>
/// <param name="Label">What it says, in one line.</param>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Confidence">From 0 to 1.</param>
internal readonly record struct Annotation(TextSpan Span, string Kind, string Label, string Rule, double Confidence)
{
    /// <summary>All that a record says, in the order of the text, the longer first.</summary>
    public static List<Annotation> Of(DocumentRecord record)
    {
        var names = record.Entities.ToDictionary(e => e.Id, e => e.Name, StringComparer.Ordinal);
        var all = record
            .Entities.SelectMany(e => e.Spans.Select(s => new Annotation(s.Span, e.Type.Wire(), e.Name, s.Rule, s.Confidence)))
            .Concat(
                record
                    .Relations.Where(r => r.Span is not null)
                    .Select(r => new Annotation(
                        r.Span ?? default,
                        "relation",
                        $"{Name(r.From)} {r.Type.Wire()} {Name(r.To)}{Props(r)}",
                        r.Rule,
                        r.Confidence
                    ))
            )
            .Concat(
                record
                    .Statistics.Where(s => s.Span is not null)
                    .Select(s => new Annotation(s.Span ?? default, "statistic", Figure(s), s.Rule, s.Confidence))
            );
        return
        [
            .. all.OrderBy(a => a.Span.Start)
                .ThenByDescending(a => a.Span.End)
                .ThenBy(a => a.Kind, StringComparer.Ordinal)
                .ThenBy(a => a.Label, StringComparer.Ordinal),
        ];

        string Name(string? id) => id is not null && names.TryGetValue(id, out var name) ? name : "?";

        string Figure(StatisticRecord s) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{s.Indicator} {s.Comparator.Wire()} {s.Value}{s.Unit}, {s.Measure.Wire()}, {s.Kind.Wire()}, {(s.Subject is null ? "no subject" : Name(s.Subject))}, {s.Period ?? "no period"}"
            );
    }

    private static string Props(RelationRecord relation) =>
        relation.Props.Count == 0 ? "" : $" ({string.Join(", ", relation.Props.Select(p => $"{p.Key} {p.Value}"))})";
}
