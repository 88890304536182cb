using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Where the rows of a list come from: a pattern to match, the variables in it, and what its nodes may be.</summary>
/// <param name="Match">After <c>MATCH</c>: <c>(n1)-[r2:ISSUED]->(n2:Policy)</c>.</param>
/// <param name="Edge">The relationship's variable; null where there is none.</param>
/// <param name="Incoming">An expression of <c>'0'</c> or <c>'1'</c>: whether the relationship was followed against its direction.</param>
internal sealed record Pattern(string Match, string Node, string? Edge, string Incoming, IReadOnlyList<NodeType> Possible, bool HasKey)
{
    /// <summary>All nodes of a label.</summary>
    public static Pattern Of(StatementBuilder builder, NodeType type)
    {
        var node = builder.Variable("n");
        return new($"({node}:{type.Label})", node, null, "''", [type], HasKey: false);
    }

    /// <summary>The neighbours of a node over a step.</summary>
    public static Pattern Of(StatementBuilder builder, string anchor, Step step)
    {
        var (node, edge) = (builder.Variable("n"), builder.Variable("r"));
        var edges = builder.Names.Edges(step);
        var possible = builder.Names.Nodes(step.Target);
        var (left, right) = step.Direction switch { Direction.Out => ("-", "->"), Direction.In => ("<-", "-"), _ => ("-", "-") };
        var labels = step.Target.Count == 0 ? "" : ":" + string.Join('|', possible.Select(type => type.Label));
        var incoming = step.Direction switch
        {
            Direction.Out => "'0'",
            Direction.In => "'1'",
            _ => $"CASE WHEN startNode({edge}) = {anchor} THEN '0' ELSE '1' END",
        };
        return new(
            $"({anchor}){left}[{edge}:{string.Join('|', edges.Select(type => type.Name))}]{right}({node}{labels})",
            node,
            edge,
            incoming,
            possible,
            edges.Any(type => type.Key.Count > 0));
    }

    /// <summary>What tells rows of the same node apart, as <see cref="Cursor.Edge"/>.</summary>
    /// <param name="forOrder">True for the text that Neo4j orders as the stores do.</param>
    public string EdgeText(bool forOrder)
    {
        var key = !HasKey ? "''"
            : forOrder ? $"coalesce({Edge}.{GraphNames.Key}{CodeUnitOrder.Suffix}, {Edge}.{GraphNames.Key}, '')"
            : $"coalesce({Edge}.{GraphNames.Key}, '')";
        return Edge is null ? "''" : $"type({Edge}) + '\\n' + {key} + '\\n' + {Incoming}";
    }
}
