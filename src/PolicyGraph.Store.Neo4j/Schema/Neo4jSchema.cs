using System.Text;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Loading;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Schema;

/// <summary>
/// Constraints and indexes of the graph in Neo4j, made from the model alone; <c>schema/neo4j.cypher</c> holds the same text for people, and
/// a test holds the two together. Each statement may run any number of times.
/// </summary>
public static class Neo4jSchema
{
    /// <summary>
    /// The version of this form of the graph; one of a newer is refused, one of an older brought here by <see cref="Migration"/>. Since 2
    /// nodes have the texts that search looks in; since 3 texts are ordered alike however they reach Neo4j; since 4 these texts are folded
    /// as the service folds them, and have the initials of names; since 5 relationships that state something have what search looks in;
    /// since 6 what the properties tell has no tally beside them, and every name has the text to order it by; since 7 the texts that search
    /// looks in have places of their own, and statistics have the text that gives their place in a list.
    /// </summary>
    public const int Version = 7;

    /// <summary>The label of the one node that tells the version and serialises writers.</summary>
    internal const string MetaLabel = "PolicyGraph";

    /// <summary>How far a migration came, on that node; absent where none is under way.</summary>
    internal const string Place = "migrating";

    /// <summary>The first statement of every writing transaction: it waits until that of another has ended.</summary>
    internal const string TakeTurn = $"MERGE (m:{MetaLabel} {{one: 1}}) SET m.writes = coalesce(m.writes, 0) + 1";

    /// <summary>The full-text index that search asks: what the texts of nodes hold.</summary>
    internal const string SearchIndex = "graph_search";

    /// <summary>The full-text index of what papers say, on the relationships that state it.</summary>
    internal const string QuoteIndex = "graph_quotes";

    /// <summary>The full-text index that finds nodes by name or alias in any spelling.</summary>
    internal const string NameIndex = "graph_names";

    /// <summary>The full-text index that finds documents by where they came from.</summary>
    internal const string SourceIndex = "document_sources";

    /// <summary>The statements, in the order in which they are to run.</summary>
    public static IReadOnlyList<string> Statements(GraphModel model)
    {
        var statements = new List<string>
        {
            $"CREATE CONSTRAINT {Lower(MetaLabel)}_one IF NOT EXISTS FOR (n:{MetaLabel}) REQUIRE n.one IS UNIQUE",
            Unique(GraphModel.EntityLabel),
        };
        var labels = model.NodeTypes.Values.OrderBy(type => type.Label, StringComparer.Ordinal).ToList();
        statements.AddRange(labels.Where(type => !type.IsEntity).Select(type => Unique(type.Label)));
        statements.AddRange(labels.SelectMany(Ranges));
        statements.Add(FullText(SearchIndex, labels.Where(SearchTexts.Has), GraphNames.Searched, "cjk"));
        statements.Add(
            FullText(QuoteIndex, model.EdgeTypes.Values.Where(GraphNames.IsSaid).OrderBy(type => type.Name, StringComparer.Ordinal))
        );
        statements.Add(
            FullText(
                NameIndex,
                labels.Where(type => type.Properties.Any(property => property.Name == "name")),
                GraphNames.Folded,
                "keyword"
            )
        );
        statements.Add(FullText(SourceIndex, labels.Where(type => type.Label == Labels.Document), "sources", "keyword"));
        statements.Add(Known("db.createRelationshipType", model.EdgeTypes.Keys));
        statements.Add(Known("db.createProperty", Properties(model)));
        return statements;
    }

    /// <summary>The file: every statement on a line of its own, with what it is for.</summary>
    public static string Script(GraphModel model)
    {
        var text = new StringBuilder(
            "// The graph in Neo4j: what is unique, what lists are filtered and sorted by, what search asks, which names there may be. Made from schema/policygraph.graphql.\n"
        );
        foreach (var statement in Statements(model))
        {
            text.Append(statement).Append(";\n");
        }

        return text.ToString();
    }

    /// <summary>
    /// Makes names known before anything bears them: Neo4j answers each statement that has an unknown one with a warning that is longer
    /// than most answers.
    /// </summary>
    private static string Known(string procedure, IEnumerable<string> names) =>
        $"UNWIND [{string.Join(", ", names.Order(StringComparer.Ordinal).Select(name => $"'{name}'"))}] AS name CALL {procedure}(name)";

    /// <summary>
    /// All but texts to order others by: as long as no node has such a text, Neo4j does not look for it, if it does not know the name.
    /// </summary>
    private static IEnumerable<string> Properties(GraphModel model) =>
        model
            .NodeTypes.Values.SelectMany(type => new NodeColumns(type, withOrders: false, PlainFolding.Instance).Names)
            .Concat(StoredDocument.Columns)
            .Concat(model.EdgeTypes.Values.SelectMany(type => new EdgePattern(type, type.Name, Labels.Document).Columns))
            .Where(name => !name.EndsWith(CodeUnitOrder.Suffix, StringComparison.Ordinal))
            .Distinct();

    private static string Unique(string label) =>
        $"CREATE CONSTRAINT {Lower(label)}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE";

    private static string FullText(string name, IEnumerable<NodeType> types, string property, string analyzer)
    {
        var labels = types.Select(type => GraphNames.Unique(type)).Distinct();
        return FullText(name, $"(n:{string.Join('|', labels)})", $"n.{property}", analyzer);
    }

    private static string FullText(string name, IEnumerable<EdgeType> types) =>
        FullText(name, $"()-[r:{GraphNames.AnyOf(types)}]-()", $"r.{GraphNames.Said}", "cjk");

    private static string FullText(string name, string pattern, string property, string analyzer) =>
        $"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR {pattern} ON EACH [{property}] OPTIONS {{indexConfig: {{`fulltext.analyzer`: '{analyzer}'}}}}";

    private static IEnumerable<string> Ranges(NodeType type) =>
        type
            .Properties.Where(property => property.IsIndexed)
            .Select(property => property.Name)
            .SelectMany(name => name == KeptOrder.Name ? [name, name + CodeUnitOrder.Suffix] : new[] { name })
            .Concat(type.Label == Labels.Statistic ? [ListOrder.Property] : [])
            .Select(name => $"CREATE INDEX {Lower(type.Label)}_{Lower(name)} IF NOT EXISTS FOR (n:{type.Label}) ON (n.{name})");

    private static string Lower(string name) => name.ToLowerInvariant();
}
