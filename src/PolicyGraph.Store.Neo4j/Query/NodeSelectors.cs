using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Clauses that find a single node: by the unique id, by the index of names, or by a property.</summary>
internal sealed class NodeSelectors(StatementBuilder builder)
{
    /// <summary>Clauses that bind <paramref name="node"/> to the one node, or give no row; null where it is known without asking that there is none.</summary>
    /// <param name="possible">Labels that may be found; narrowed where the selector tells more.</param>
    public string? Match(NodeSelector selector, string node, ref IReadOnlyList<NodeType> possible) => selector switch
    {
        ById id => MatchId(id, node, ref possible),
        ByName name => MatchName(name.Name, node, GraphNames.AnyOf(possible)),
        ByProperty property => $"MATCH ({node}:{GraphNames.AnyOf(possible)}) WHERE "
            + $"{PropertyText.Of(node, GraphNames.Property(possible, property.Property)).Compare(builder, Comparison.Equal, property.Value, isStrict: false)} WITH {node} ORDER BY {node}.id LIMIT 1",
        _ => throw new UnknownNameException($"A node cannot be found by {selector.GetType().Name}."),
    };

    /// <summary>An expression of the entity with an id or, where there is none, with a name.</summary>
    public string Entity(Slot slot)
    {
        var (byId, byName) = (builder.Variable("n"), builder.Variable("n"));
        return $"coalesce(head(COLLECT {{ MATCH ({byId}:{GraphModel.EntityLabel} {{id: {builder.Parameter(slot)}}}) RETURN {byId} }}), "
            + $"head(COLLECT {{ {MatchName(slot, byName, GraphModel.EntityLabel)} RETURN {byName} }}))";
    }

    /// <summary>Clauses that give nodes of some labels that may bear a name of a slot, which holds one or a list.</summary>
    public string NameIndex(Slot slot, string node, string labels)
    {
        var query = builder.Parameter("q", slot, value => FullText.AnyOf(value is string text ? [NameFolding.Fold(text)] : (value as IEnumerable<object?> ?? []).OfType<string>().Select(NameFolding.Fold)));
        return $"CALL db.index.fulltext.queryNodes('{Neo4jSchema.NameIndex}', {query}) YIELD node AS {node} WITH {node} WHERE {node}:{labels} WITH {node}";
    }

    private string? MatchId(ById selector, string node, ref IReadOnlyList<NodeType> possible)
    {
        var first = possible[0].Label;
        var label = builder.Choose(given => builder.Names.OfId(given.Text(selector.Id))?.Label, first);
        if (possible.FirstOrDefault(one => one.Label == label) is not { } type)
        {
            return null;
        }

        possible = [type];
        return $"MATCH ({node}:{GraphNames.Unique(type)} {{id: {builder.Parameter(selector.Id)}}})";
    }

    private string MatchName(Slot slot, string node, string labels)
    {
        var name = builder.Parameter(slot);
        return $"{NameIndex(slot, node, labels)} WHERE {new NameConditions(builder).Bears(node, Comparison.Equal, slot)} "
            + $"WITH {node} ORDER BY ({node}.name = {name}) DESC, {node}.{GraphNames.Documents} DESC, {node}.id LIMIT 1";
    }
}
