using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Clauses that find a single node: by the unique id, by the index of names, or by a property.</summary>
internal sealed class NodeSelectors(StatementBuilder builder)
{
    /// <summary>
    /// Clauses that bind <paramref name="node"/> to the one node, or give no row; null where it is known without asking that there is none.
    /// </summary>
    /// <param name="possible">Labels that may be found; narrowed where the selector tells more.</param>
    public string? Match(NodeSelector selector, string node, ref IReadOnlyList<NodeType> possible) =>
        selector switch
        {
            ById id => MatchId(id, node, ref possible),
            ByName name => MatchName(name.Name, node, possible),
            ByProperty property => $"MATCH ({node}:{builder.Names.AnyOf(possible)}) WHERE "
                + $"{PropertyText.Of(node, GraphNames.Property(possible, property.Property)).Compare(builder, Comparison.Equal, property.Value, isStrict: false)} WITH {node} ORDER BY {node}.id LIMIT 1",
            _ => throw new UnknownNameException($"A node cannot be found by {selector.GetType().Name}."),
        };

    /// <summary>An expression of the entity with an id or, where there is none, with a name.</summary>
    public string Entity(Slot slot)
    {
        var (byId, byName) = (builder.Variable("n"), builder.Variable("n"));
        return $"coalesce(head(COLLECT {{ MATCH ({byId}:{GraphModel.EntityLabel} {{id: {builder.Parameter(slot)}}}) RETURN {byId} }}), "
            + $"head(COLLECT {{ {MatchName(slot, byName, [.. builder.Names.AllNodes.Where(type => type.IsEntity)])} RETURN {byName} }}))";
    }

    /// <summary>Clauses that give nodes that may bear a name of a slot, which holds one or a list.</summary>
    /// <param name="labels">Those that they must have one of; null for any.</param>
    public string NameIndex(Slot slot, string node, string? labels)
    {
        var query = builder.Parameter(
            "q",
            slot,
            value =>
                FullText.AnyOf(
                    value is string text
                        ? [NameFolding.Fold(text)]
                        : (value as IEnumerable<object?> ?? []).OfType<string>().Select(NameFolding.Fold)
                )
        );
        return $"CALL db.index.fulltext.queryNodes('{Neo4jSchema.NameIndex}', {query}) YIELD node AS {node} WITH {node}{(labels is null ? "" : $" WHERE {node}:{labels} WITH {node}")}";
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

    /// <summary>
    /// The one whose very name it is comes first: its id is made of that name, so it is looked for by the unique id, and the index of names
    /// is asked only where it is not there.
    /// </summary>
    private string MatchName(Slot slot, string node, IReadOnlyList<NodeType> possible)
    {
        if (possible.Select(GraphNames.Unique).Distinct().Count() > 1)
        {
            return $"{Named(slot, node, possible)} WITH {node} ORDER BY ({node}.name = {builder.Parameter(slot)}) DESC, {node}.{GraphNames.Documents} DESC, {node}.id LIMIT 1";
        }

        var exact = builder.Variable("x");
        var one = builder.Variable("n");
        return $"{ById(slot, exact, possible)} UNWIND CASE WHEN {exact} IS NOT NULL THEN [{exact}] ELSE COLLECT {{ "
            + $"{Named(slot, one, possible)} WITH {one} {Best(one)} RETURN {one} }} END AS {node}";
    }

    private string Named(Slot slot, string node, IReadOnlyList<NodeType> possible) =>
        $"{NameIndex(slot, node, builder.Names.AnyOf(possible))} WHERE {new NameConditions(builder).Bears(node, Comparison.Equal, slot)}";

    private string ById(Slot slot, string node, IReadOnlyList<NodeType> possible)
    {
        var label = GraphNames.Unique(possible[0]);
        if (possible is [var only])
        {
            return $"OPTIONAL MATCH ({node}:{label} {{id: {builder.Parameter("i" + only.Label, slot, name => Identity.Of(only, name as string ?? "").ToString())}}}) WITH {node}";
        }

        var ids = builder.Parameter(
            "i" + string.Concat(possible.Select(type => type.Label)),
            slot,
            name => IdsOf(possible, name as string ?? "")
        );
        return $"OPTIONAL MATCH ({node}:{label}) WHERE {node}.id IN {ids} WITH {node} {Best(node)}";
    }

    private static string Best(string node) => $"ORDER BY {node}.{GraphNames.Documents} DESC, {node}.id LIMIT 1";

    private static List<object?> IdsOf(IReadOnlyList<NodeType> possible, string name) =>
        [.. possible.Select(type => (object?)Identity.Of(type, name).ToString())];
}
