using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>Puts a finished paper down as its record: spans turned into those of the original, entities numbered in the order of the text.</summary>
public static class RecordWriter
{
    private const int BeginsLength = 15;

    private static readonly SortedDictionary<string, PropertyValue> None = new(StringComparer.Ordinal);

    public static DocumentRecord Write(Paper paper)
    {
        var ids = new Dictionary<Entity, string>();
        foreach (var entity in paper.Entities.OrderBy(e => e.Mentions.Min(m => m.Span.Start)))
        {
            ids[entity] = $"e{ids.Count + 1}";
        }

        return new DocumentRecord
        {
            Document = paper.Head,
            Articles = [.. paper.Articles.Select(article => new ArticleRecord
            {
                Title = article.Title is { } title ? paper.Source.Surface(title) : null,
                Authors = article.Authors,
                Source = article.Source,
                Begins = paper.Source.Surface(new(article.Body.Start, Math.Min(article.Body.End, article.Body.Start + BeginsLength))),
                Span = paper.Source.ToOriginal(article.Span),
            })],
            Entities = [.. ids.Select(pair => Row(paper, pair.Key, pair.Value))],
            Relations = [.. paper.Relations.OrderBy(r => r.Evidence.Start).ThenBy(r => r.Type).Select(relation => new RelationRecord
            {
                Type = relation.Type,
                From = ids[relation.From],
                To = ids[relation.To],
                Evidence = paper.Source.Surface(relation.Evidence),
                Span = paper.Source.ToOriginal(relation.Evidence),
                Rule = relation.Rule,
                Confidence = relation.Confidence,
                Props = Sorted(relation.Props),
            })],
            Statistics = [.. paper.Statistics.OrderBy(s => s.Evidence.Start).Select(statistic => new StatisticRecord
            {
                Value = Numbers.Trim(statistic.Value),
                ValueMax = statistic.ValueMax is { } max ? Numbers.Trim(max) : null,
                Unit = statistic.Unit,
                Comparator = statistic.Comparator,
                Indicator = statistic.Indicator,
                Measure = statistic.Measure,
                Kind = statistic.Kind,
                Subject = Id(statistic.Subject),
                Period = statistic.Period,
                ReportedBy = Id(statistic.ReportedBy),
                SetBy = Id(statistic.SetBy),
                Evidence = paper.Source.Surface(statistic.Evidence),
                Span = paper.Source.ToOriginal(statistic.Evidence),
                Rule = statistic.Rule,
                Confidence = statistic.Confidence,
            })],
            Findings = paper.Findings,
            Text = paper.Source.Original,
        };

        string? Id(Entity? entity) => entity is null ? null : ids[entity];
    }

    private static EntityRecord Row(Paper paper, Entity entity, string id)
    {
        var surfaces = entity.Mentions.ConvertAll(m => paper.Source.Surface(m.Span));
        return new()
        {
            Id = id,
            Type = entity.Type,
            Name = entity.Name,
            Mentions = Once(surfaces),
            Aliases = Once(entity.Mentions.TrueForAll(m => m.Form == MentionForm.Name) ? surfaces : [.. surfaces.Where((_, i) => entity.Mentions[i].Form == MentionForm.Name)]),
            Spans = entity.Mentions.ConvertAll(m => new MentionRecord(paper.Source.ToOriginal(m.Span), m.Rule, m.Confidence)),
            Props = Sorted(entity.Props),
        };
    }

    // Most entities are named once, or twice alike.
    private static List<string> Once(List<string> surfaces) => surfaces.TrueForAll(s => s == surfaces[0]) ? surfaces[..Math.Min(1, surfaces.Count)] : [.. surfaces.Distinct(StringComparer.Ordinal)];

    private static SortedDictionary<string, PropertyValue> Sorted(Dictionary<string, PropertyValue> props) => props.Count == 0 ? None : new(props, StringComparer.Ordinal);
}
