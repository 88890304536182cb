using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Where the rows of a list come from: clauses that give them, the variables in them, and what its nodes may be.</summary>
/// <param name="Source">Clauses that a <c>WHERE</c> may follow: <c>MATCH (n1)-[r2:ISSUED]->(n2:Policy)</c>.</param>
/// <param name="Edge">The relationship's variable; null where there is none.</param>
/// <param name="Incoming">An expression of <c>'0'</c> or <c>'1'</c>: whether the relationship was followed against its direction.</param>
internal sealed record Pattern(string Source, string Node, string? Edge, string Incoming, IReadOnlyList<NodeType> Possible, bool HasKey)
{
    /// <summary>An expression of the row's id.</summary>
    public string Id { get; init; } = $"{Node}.id";

    /// <summary>Of a search: what was found; else null.</summary>
    public Hit? Hit { get; init; }

    /// <summary>
    /// What tells rows of the same node apart where that is known without asking, so that no two rows have one node; else null.
    /// </summary>
    public string? Tie { get; init; }

    /// <summary>True where the rows are all nodes of a label, so that an index may give them in order.</summary>
    public bool IsScan { get; init; }

    /// <summary>True where the rows stand for relationships.</summary>
    public bool IsOfEdges { get; init; }

    /// <summary>The variables that make a row.</summary>
    public string Variables => string.Join(", ", new[] { Node, Edge, Hit?.Variable }.OfType<string>());

    /// <summary>The same for those who ask nothing of the relationship: a variable of it costs.</summary>
    public Pattern WithoutEdge => this with { Source = Source.Replace($"[{Edge}:", "[:", StringComparison.Ordinal), Edge = null };

    /// <summary>All nodes of a label.</summary>
    public static Pattern Of(StatementBuilder builder, NodeType type)
    {
        var node = builder.Variable("n");
        return new($"MATCH ({node}:{type.Label})", node, null, "''", [type], HasKey: false) { Tie = "", IsScan = true };
    }

    /// <summary>The neighbours of a node over a step.</summary>
    public static Pattern Of(StatementBuilder builder, string anchor, Step step)
    {
        var (node, edge) = (builder.Variable("n"), builder.Variable("r"));
        var edges = builder.Names.Edges(step);
        var possible = builder.Names.Ends(step);
        var hasKey = edges.Any(type => type.Key.Count > 0);
        var (left, right) = step.Direction switch
        {
            Direction.Out => ("-", "->"),
            Direction.In => ("<-", "-"),
            _ => ("-", "-"),
        };
        var labels = step.Target.Count == 0 ? "" : ":" + builder.Names.AnyOf(possible);
        var incoming = step.Direction switch
        {
            Direction.Out => "'0'",
            Direction.In => "'1'",
            _ => $"CASE WHEN startNode({edge}) = {anchor} THEN '0' ELSE '1' END",
        };
        return new(
            $"MATCH ({anchor}){left}[{edge}:{GraphNames.AnyOf(edges)}]{right}({node}{labels})",
            node,
            edge,
            incoming,
            possible,
            hasKey
        )
        {
            // Between two nodes there is one relationship of a type without a key, and one way only to follow it.
            Tie =
                edges is [var only] && !hasKey && step.Direction != Direction.Both
                    ? $"{only.Name}\n\n{(step.Direction == Direction.Out ? '0' : '1')}"
                    : null,
        };
    }

    /// <summary>What tells rows of the same node apart, as <see cref="Cursor.Edge"/>.</summary>
    /// <param name="forOrder">True for the text that Neo4j orders as the stores do.</param>
    public string EdgeText(bool forOrder) => Edge is null ? "''" : EdgeText(Edge, HasKey, forOrder, Incoming);

    /// <inheritdoc cref="EdgeText(bool)"/>
    public static string EdgeText(string edge, bool hasKey, bool forOrder, string incoming)
    {
        var key =
            !hasKey ? "''"
            : forOrder ? $"coalesce({edge}.{GraphNames.Key}{CodeUnitOrder.Suffix}, {edge}.{GraphNames.Key}, '')"
            : $"coalesce({edge}.{GraphNames.Key}, '')";
        return $"type({edge}) + '\\n' + {key} + '\\n' + {incoming}";
    }
}
