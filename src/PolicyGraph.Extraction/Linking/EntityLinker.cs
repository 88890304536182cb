using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Papers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Linking;

/// <summary>
/// One entity for one thing: mentions of one type and one canonical name are joined. A zone or an organization bears the fullest name that the text
/// gives (ontology, “Entity types”); the others keep the official one.
/// </summary>
internal sealed class EntityLinker : IStage
{
    public void Run(Paper paper)
    {
        var byName = new Dictionary<(EntityType, string), Entity>();
        foreach (var mention in paper.Mentions)
        {
            if (!byName.TryGetValue((mention.Type, mention.Name), out var entity))
            {
                entity = new Entity { Type = mention.Type, Name = mention.Name };
                byName.Add((mention.Type, mention.Name), entity);
                paper.Entities.Add(entity);
            }

            entity.Mentions.Add(mention);
            mention.Entity = entity;
            foreach (var (key, value) in mention.Props)
            {
                entity.Props.TryAdd(key, value);
            }
        }

        Drop(paper);
        foreach (var entity in paper.Entities.Where(e => e.Type is EntityType.Zone or EntityType.Organization))
        {
            entity.Name = entity.Mentions.Where(m => m.Form == MentionForm.Name).MaxBy(m => m.Span.Length) is { } fullest
                ? paper.Source.Surface(fullest.Span)
                : entity.Name;
        }
    }

    // A name that only ever stands inside another's is no find of its own, save a zone's place and a unit's parent.
    private static void Drop(Paper paper)
    {
        var dropped = paper.Entities.Where(e => e.Mentions.TrueForAll(m => m.Inside && !SaysWhere(m))).ToHashSet();
        paper.Entities.RemoveAll(dropped.Contains);
        paper.Mentions.RemoveAll(m => dropped.Contains(m.Entity!));
    }

    private static bool SaysWhere(Mention inner) =>
        inner.Outer is { } outer
        && (outer.Type == EntityType.Zone || inner.Rule == OwnTitles.Rule || (outer.Type == EntityType.Agency && inner.Type == EntityType.Agency && inner.Span.Start == outer.Span.Start));
}
