using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Reports;

/// <summary>Slices every quote of a record out of its text again.</summary>
public static class RecordVerifier
{
    /// <summary>
    /// One line for each mention, relation and statistic whose span does not give its quote, whose quote is not in the text, or that names
    /// an entity that the record does not have; empty for a sound record.
    /// </summary>
    public static IReadOnlyList<string> Problems(DocumentRecord record)
    {
        if (record.Text is not { } text)
        {
            return ["the record has no text, so nothing can be checked"];
        }

        List<string> problems = [];
        var squeezed = Squeezing.Squeeze(text);
        var ids = record.Entities.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var entity in record.Entities)
        {
            problems.AddRange(
                entity
                    .Spans.Where(s => Slice(text, s.Span) is not { } surface || !entity.Mentions.Contains(surface, StringComparer.Ordinal))
                    .Select(s => $"{entity.Id} {entity.Name}: {s.Span} is “{Slice(text, s.Span)}”, which is none of its mentions")
            );
            problems.AddRange(
                entity
                    .Mentions.Where(m => !squeezed.Contains(m, StringComparison.Ordinal))
                    .Select(m => $"{entity.Id} {entity.Name}: the text does not have “{m}”")
            );
        }

        for (var i = 0; i < record.Relations.Count; i++)
        {
            var relation = record.Relations[i];
            Check($"relation {i} {relation.Type.Wire()}", relation.Evidence, relation.Span, relation.From, relation.To);
        }

        for (var i = 0; i < record.Statistics.Count; i++)
        {
            var statistic = record.Statistics[i];
            Check(
                $"statistic {i} {statistic.Indicator}",
                statistic.Evidence,
                statistic.Span,
                statistic.Subject,
                statistic.ReportedBy,
                statistic.SetBy
            );
        }

        return problems;

        void Check(string row, string quote, TextSpan? span, params ReadOnlySpan<string?> ends)
        {
            if (span is { } place ? Slice(text, place) != quote : !squeezed.Contains(Squeezing.Squeeze(quote), StringComparison.Ordinal))
            {
                problems.Add($"{row}: “{quote}” is not what stands at {span?.ToString() ?? "any place"}");
            }

            foreach (var end in ends)
            {
                if (end is not null && !ids.Contains(end))
                {
                    problems.Add($"{row}: there is no entity {end}");
                }
            }
        }
    }

    private static string? Slice(string text, TextSpan span) =>
        span.Start <= span.End && span.End <= text.Length ? Squeezing.Squeeze(text.AsSpan(span.Start, span.Length)) : null;
}
