using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Loading;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Conditions as Cypher. Under a negation they must be true or false; elsewhere null counts as false.</summary>
internal sealed class FilterCompiler(StatementBuilder builder)
{
    /// <summary>The pattern with its conditions: <c>MATCH … WHERE …</c>.</summary>
    public string Match(Pattern pattern, Filter? node, Filter? edge)
    {
        var conditions = new List<string>();
        if (node is not null)
        {
            conditions.Add(Node(node, pattern.Node, pattern.Possible, isStrict: false));
        }

        if (edge is not null)
        {
            conditions.Add(Edge(edge, pattern.Edge, isStrict: false));
        }

        return conditions.Count == 0 ? pattern.Source : $"{pattern.Source} WHERE {string.Join(" AND ", conditions)}";
    }

    public string Node(Filter filter, string node, IReadOnlyList<NodeType> possible, bool isStrict) =>
        filter switch
        {
            PropertyFilter property => PropertyText
                .Of(node, GraphNames.Property(possible, property.Property))
                .Compare(builder, property.Comparison, property.Value, isStrict),
            NameFilter name => new NameConditions(builder).Compile(name, node, isStrict),
            LabelFilter labels => labels.Labels.Count == 0
                ? "false"
                : $"({node}:{string.Join('|', builder.Names.Nodes(labels.Labels).Select(type => type.Label))})",
            RelationFilter relation => Relation(relation, node),
            RelationCountFilter count => PropertyText.CompareNumber(
                builder,
                $"COUNT {{ {Match(Pattern.Of(builder, node, count.Step), count.Node, count.Edge)} RETURN 1 }}",
                count.Comparison,
                count.Value
            ),
            DocumentCountFilter count => PropertyText.CompareNumber(
                builder,
                $"{node}.{GraphNames.Documents}",
                count.Comparison,
                count.Value
            ),
            EvidenceFilter evidence => NodeEvidence(evidence, node),
            OnlyEvidenceFilter only => OnlyPaper(only, node),
            _ => Joined(filter, isStrict, (inner, strict) => Node(inner, node, possible, strict)),
        };

    /// <param name="edge">The relationship; null for rows that none led to, which have no properties.</param>
    public string Edge(Filter filter, string? edge, bool isStrict)
    {
        return filter switch
        {
            PropertyFilter property when edge is null => new PropertyText("null", PropertyKind.Integer).Compare(
                builder,
                property.Comparison,
                property.Value,
                isStrict: true
            ),
            PropertyFilter property => PropertyText
                .Of(edge, builder.Names.EdgeProperty(property.Property))
                .Compare(builder, property.Comparison, property.Value, isStrict),
            DocumentCountFilter count => PropertyText.CompareNumber(
                builder,
                edge is null ? "0" : $"coalesce({edge}.{GraphNames.Documents}, 0)",
                count.Comparison,
                count.Value
            ),
            EvidenceFilter evidence => edge is null ? "false" : EdgeEvidence(evidence, edge),
            OnlyEvidenceFilter only => edge is null
                ? "false"
                : $"coalesce({edge}.{GraphNames.Documents} = 1 AND {edge}.{EvidenceRows.Papers}[0] = {builder.Parameter(only.Document)}, false)",
            _ => Joined(filter, isStrict, (inner, strict) => Edge(inner, edge, strict)),
        };
    }

    private string Relation(RelationFilter filter, string node)
    {
        var pattern = Pattern.Of(builder, node, filter.Step);
        if (filter.Quantifier != Quantifier.Every)
        {
            return $"{(filter.Quantifier == Quantifier.None ? "NOT " : "")}EXISTS {{ {Match(pattern, filter.Node, filter.Edge)} RETURN 1 }}";
        }

        var all = new List<string>();
        if (filter.Node is not null)
        {
            all.Add(Node(filter.Node, pattern.Node, pattern.Possible, isStrict: true));
        }

        if (filter.Edge is not null)
        {
            all.Add(Edge(filter.Edge, pattern.Edge, isStrict: true));
        }

        return all.Count == 0 ? "true" : $"NOT EXISTS {{ {pattern.Source} WHERE NOT ({string.Join(" AND ", all)}) RETURN 1 }}";
    }

    private string NodeEvidence(EvidenceFilter filter, string node)
    {
        var (edge, paper, index) = (builder.Variable("e"), builder.Variable("d"), builder.Variable("i"));
        var document = filter.Document is null
            ? ""
            : $" WHERE {Node(filter.Document, paper, [builder.Names.Node(Labels.Document)], isStrict: false)}";
        return $"EXISTS {{ MATCH ({node})-[{edge}:{Ties.MentionedIn}|{Ties.StatedIn}]->({paper}:{Labels.Document}){document} "
            + $"UNWIND range(0, size({edge}.{EvidenceRows.Rules}) - 1) AS {index} WITH {edge}, {index} WHERE {Row(filter.Row, edge, index, isStrict: false)} RETURN 1 }}";
    }

    private string EdgeEvidence(EvidenceFilter filter, string edge)
    {
        var (paper, index) = (builder.Variable("d"), builder.Variable("i"));
        var document = filter.Document is null
            ? ""
            : $" MATCH ({paper}:{Labels.Document} {{id: {edge}.{EvidenceRows.Papers}[{index}]}}) WHERE {Node(filter.Document, paper, [builder.Names.Node(Labels.Document)], isStrict: false)}";
        return $"EXISTS {{ UNWIND range(0, size({edge}.{EvidenceRows.Rules}) - 1) AS {index} WITH {index} WHERE {Row(filter.Row, edge, index, isStrict: false)}{document} RETURN 1 }}";
    }

    private string Row(Filter? filter, string edge, string index, bool isStrict) =>
        filter switch
        {
            null => "true",
            PropertyFilter property => EvidenceColumns
                .Property(edge, index, property.Property)
                .Compare(builder, property.Comparison, property.Value, isStrict),
            _ => Joined(filter, isStrict, (inner, strict) => Row(inner, edge, index, strict)),
        };

    private string OnlyPaper(OnlyEvidenceFilter filter, string node)
    {
        var paper = builder.Parameter(filter.Document);
        return $"({node}.{GraphNames.Documents} = 1 AND ({node}.id = {paper} OR EXISTS {{ ({node})-[:{Ties.MentionedIn}|{Ties.StatedIn}]->(:{Labels.Document} {{id: {paper}}}) }}"
            + $" OR EXISTS {{ ({node})<-[:{Ties.Measures}]-()-[:{Ties.StatedIn}]->(:{Labels.Document} {{id: {paper}}}) }}))";
    }

    private static string Joined(Filter filter, bool isStrict, Func<Filter, bool, string> compile) =>
        filter switch
        {
            AllOf all => all.Filters.Count == 0
                ? "true"
                : $"({string.Join(" AND ", all.Filters.Select(inner => compile(inner, isStrict)))})",
            AnyOf any => any.Filters.Count == 0
                ? "false"
                : $"({string.Join(" OR ", any.Filters.Select(inner => compile(inner, isStrict)))})",
            Not not => $"NOT ({compile(not.Filter, true)})",
            _ => throw new UnknownNameException($"A {filter.GetType().Name} cannot be put here."),
        };
}
