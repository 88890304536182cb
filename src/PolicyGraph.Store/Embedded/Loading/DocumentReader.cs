using PolicyGraph.Store.Embedded.Journal;
using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Loading;

/// <summary>
/// Reads documents from the journal and maps them. What a record takes on the way is many times what stays of it, and is let go of here,
/// document by document, while it is young: that costs the collector nothing. Safe for any number of callers at once.
/// </summary>
internal sealed class DocumentReader(GraphRegistry registry, ValuePool pool)
{
    /// <param name="head">Of the document's own node.</param>
    /// <exception cref="StoreException"><see cref="StoreErrorCode.BadRecord"/>, <see cref="StoreErrorCode.Damaged"/>.</exception>
    public SaidDocument Read(StoredDocument document, NodeHead head)
    {
        var facts = registry.Mapper.Map(document.Record.Read(), document.Id);
        var nodes = new SaidNode[facts.Nodes.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            var fact = facts.Nodes[i];
            var kind = registry.Kinds.Label(fact.Type.Label);
            nodes[i] = new SaidNode(kind, fact.Id.Hash, pool.Said(head, fact));
        }

        var edges = new SaidEdge[facts.Edges.Count];
        for (var i = 0; i < edges.Length; i++)
        {
            var fact = facts.Edges[i];
            var kind = registry.Kinds.Relation(fact.Type.Name);
            edges[i] = new SaidEdge(
                kind,
                fact.From,
                fact.To,
                EdgeLookup.KeyOf(kind, fact),
                fact.Type.IsFact ? pool.Said(head, fact) : null
            );
        }

        return new SaidDocument(
            new DocumentEntry(document.Sources, facts.Articles, document.Record, facts.LooseQuotes.Any()),
            nodes,
            edges
        );
    }
}
