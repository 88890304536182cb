using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Mentions.Works;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// Puts a finished paper down as its record: spans turned into those of the original, entities numbered in the order of the text.
/// </summary>
public static class RecordWriter
{
    private const int BeginsLength = 15;

    private static readonly PropertyList None = new();

    public static DocumentRecord Write(Paper paper)
    {
        var ordered = paper.Entities.OrderBy(static e => e.Mentions[0].Span.Start).ToList();
        var ids = new Dictionary<Entity, string>(ordered.Count);
        foreach (var entity in ordered)
        {
            ids[entity] = $"e{ids.Count + 1}";
        }

        return new DocumentRecord
        {
            Document = paper.Head,
            Articles =
            [
                .. paper.Articles.Select(article => new ArticleRecord
                {
                    Title = article.Title is { } title ? paper.Source.Surface(title) : null,
                    Authors = article.Authors,
                    Source = article.Source,
                    Begins = paper.Source.Surface(new(article.Body.Start, Math.Min(article.Body.End, article.Body.Start + BeginsLength))),
                    Span = paper.Source.ToOriginal(article.Span),
                }),
            ],
            Entities = ordered.ConvertAll(entity => Row(paper, entity, ids[entity])),
            Relations = paper
                .Relations.OrderBy(r => r.Evidence.Start)
                .ThenBy(r => r.Type)
                .Select(relation => new RelationRecord
                {
                    Type = relation.Type,
                    From = ids[relation.From],
                    To = ids[relation.To],
                    Evidence = paper.Source.Surface(relation.Evidence),
                    Span = paper.Source.ToOriginal(relation.Evidence),
                    Rule = relation.Rule,
                    Confidence = relation.Confidence,
                    Props = relation.HasProps ? relation.Props : None,
                })
                .ToList(),
            Statistics = paper
                .Statistics.OrderBy(s => s.Evidence.Start)
                .Select(statistic => new StatisticRecord
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
                })
                .ToList(),
            Findings = paper.Findings,
            Text = paper.Source.Original,
        };

        string? Id(Entity? entity) => entity is null ? null : ids[entity];
    }

    private static EntityRecord Row(Paper paper, Entity entity, string id)
    {
        var surfaces = Surfaces(paper, entity, isName: false);
        return new()
        {
            Id = id,
            Type = entity.Type,
            Name = entity.Name,
            Mentions = surfaces,
            Aliases = Aliases(paper, entity, surfaces),
            Spans = Spans(paper, entity),
            Props = entity.HasProps ? entity.Props : None,
        };
    }

    private static MentionRecord[] Spans(Paper paper, Entity entity)
    {
        var spans = new MentionRecord[entity.Mentions.Count];
        for (var i = 0; i < spans.Length; i++)
        {
            var mention = entity.Mentions[i];
            spans[i] = new(paper.Source.ToOriginal(mention.Span), mention.Rule, mention.Confidence);
        }

        return spans;
    }

    /// <summary>
    /// The names by which other papers may call it; of an edition of a well-known event also the event's short form, whether the paper uses
    /// it or not.
    /// </summary>
    private static List<string> Aliases(Paper paper, Entity entity, List<string> surfaces)
    {
        var names = entity.Mentions.TrueForAll(static m => m.Form == MentionForm.Name) ? surfaces : Surfaces(paper, entity, isName: true);
        return entity.Type == EntityType.Event && KnownEvents.ShortForms(entity.Name) is [_, ..] known
            ? [.. names.Union(known, StringComparer.Ordinal)]
            : names;
    }

    /// <summary>The different forms in which an entity is named, in the order of the text.</summary>
    /// <param name="isName">Leaves short forms out.</param>
    private static List<string> Surfaces(Paper paper, Entity entity, bool isName)
    {
        List<string> surfaces = [];
        foreach (var mention in entity.Mentions)
        {
            // Most entities are named alike everywhere.
            if (
                (!isName || mention.Form == MentionForm.Name) && (surfaces.Count == 0 || !paper.Source.IsSurface(mention.Span, surfaces[0]))
            )
            {
                surfaces.Add(paper.Source.Surface(mention.Span));
            }
        }

        return surfaces.Count > 2 ? [.. surfaces.Distinct(StringComparer.Ordinal)] : surfaces;
    }
}
