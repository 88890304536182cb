using PolicyGraph.Model;

namespace PolicyGraph.Store.Facts;

/// <summary>A record's entities as nodes, tied to the document.</summary>
internal sealed class EntityReading(FactCollector collector, EvidenceFinder finder, NodeId document)
{
    /// <summary>Adds them all; the answer maps a record's ids to nodes.</summary>
    public EntityTable Add(IReadOnlyList<EntityRecord> entities)
    {
        var table = new EntityTable();
        BadRows.Each("entities", entities, entity => $"{entity.Id} {entity.Name}", entity => table.Add(entity, Add(entity)));
        return table;
    }

    private int Add(EntityRecord entity)
    {
        if (string.IsNullOrWhiteSpace(entity.Name))
        {
            throw new FormatException("it has no name");
        }

        var node = collector.Node(collector.Ids.Entity(entity.Type, entity.Name), out var index);
        node.Fill(field => field == "name" ? entity.Name : entity.Props.Value(field));
        foreach (var alias in entity.Aliases ?? entity.Mentions)
        {
            if (alias.Length > 0 && alias != entity.Name)
            {
                node.AddAlias(alias);
            }
        }

        AddEvidence(node, entity);
        collector.Node(document, out var paper);
        collector.Tie(Ties.MentionedIn, index, paper);
        return index;
    }

    private void AddEvidence(NodeDraft node, EntityRecord entity)
    {
        foreach (var mention in entity.Spans)
        {
            node.Add(finder.Find(mention.Span, entity.Name, mention.Rule, mention.Confidence));
        }

        foreach (var mention in entity.Spans.Count == 0 ? entity.Mentions : [])
        {
            node.Add(finder.Find(null, mention, "", 1));
        }
    }
}

/// <summary>Which node each of a record's entity ids stands for.</summary>
internal sealed class EntityTable
{
    private readonly Dictionary<string, (EntityType Type, int Node)> _entries = [];

    public void Add(EntityRecord entity, int node)
    {
        if (!_entries.TryAdd(entity.Id, (entity.Type, node)))
        {
            throw new FormatException($"the id {entity.Id} is taken by an entity before it");
        }
    }

    public (EntityType Type, int Node) this[string id] =>
        _entries.TryGetValue(id, out var entry) ? entry : throw new FormatException($"there is no entity with the id {id}");
}
