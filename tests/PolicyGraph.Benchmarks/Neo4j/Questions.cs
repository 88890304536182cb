using System.Text.Json;

namespace PolicyGraph.Benchmarks.Neo4j;

/// <summary>The questions that are measured; what they name is in the made-up data set.</summary>
internal static class Questions
{
    private static readonly string[] Nothing = ["{}"];

    /// <param name="policies">Names of policies.</param>
    /// <param name="agencies">Names of agencies.</param>
    public static IEnumerable<Question> Of(IReadOnlyList<string> policies, IReadOnlyList<string> agencies) =>
        [
            new(
                "point by name",
                "query($name: String!) { policy(name: $name) { name documentNumber } }",
                "MATCH (p:Policy {name: $name}) RETURN p.name, p.documentNumber LIMIT 1",
                "query($name: String!) { policies(where: {name: {eq: $name}}) { name documentNumber } }",
                Names(policies),
                "若干意见",
                1
            ),
            new(
                "three hops, 1,000 leaves",
                "{ agencies(first: 10) { nodes { name issued(first: 10) { nodes { name statistics(first: 10) { nodes { value unit period { label } } } } } } } }",
                "MATCH (a:Agency) WITH a ORDER BY a.name, a.id LIMIT 10 RETURN a.name, COLLECT { MATCH (a)-[:ISSUED]->(p:Policy) WITH p ORDER BY p.name, p.id LIMIT 10 "
                    + "RETURN [p.name, COLLECT { MATCH (p)<-[:ABOUT]-(s:Statistic) WITH s ORDER BY s.periodEnd DESC, s.indicator, s.id LIMIT 10 RETURN [s.value, s.unit, s.periodLabel] }] }",
                "{ agencies(limit: 10, sort: [{name: ASC}]) { name issued(limit: 10, sort: [{name: ASC}]) { name statistics(limit: 10, sort: [{periodEnd: DESC}, {indicator: ASC}, {id: ASC}]) { value unit periodLabel } } } }",
                Nothing,
                "\"20",
                1000
            ),
            new(
                "three hops with counts",
                "{ agencies(first: 10) { nodes { name issued(first: 10) { totalCount nodes { name statistics(first: 10) { totalCount nodes { value unit period { label } } } } } } } }",
                "MATCH (a:Agency) WITH a ORDER BY a.name, a.id LIMIT 10 RETURN a.name, COUNT { (a)-[:ISSUED]->(:Policy) }, COLLECT { MATCH (a)-[:ISSUED]->(p:Policy) WITH p ORDER BY p.name, p.id LIMIT 10 "
                    + "RETURN [p.name, COUNT { (p)<-[:ABOUT]-(:Statistic) }, COLLECT { MATCH (p)<-[:ABOUT]-(s:Statistic) WITH s ORDER BY s.periodEnd DESC, s.indicator, s.id LIMIT 10 RETURN [s.value, s.unit, s.periodLabel] }] }",
                "{ agencies(limit: 10, sort: [{name: ASC}]) { name issuedConnection(first: 10, sort: [{node: {name: ASC}}]) { totalCount edges { node { name "
                    + "statisticsConnection(first: 10, sort: [{node: {periodEnd: DESC}}, {node: {indicator: ASC}}, {node: {id: ASC}}]) { totalCount edges { node { value unit periodLabel } } } } } } } }",
                Nothing,
                "\"20",
                1000
            ),
            new(
                "filter through a relation",
                "query($name: String!) { policies(where: {issuedBy: {some: {name: {eq: $name}}}}, first: 10) { nodes { name issuedOn } } }",
                "MATCH (:Agency {name: $name})-[:ISSUED]->(p:Policy) WITH DISTINCT p ORDER BY p.name, p.id LIMIT 10 RETURN p.name, p.issuedOn",
                "query($name: String!) { policies(where: {issuedBy: {some: {name: {eq: $name}}}}, limit: 10, sort: [{name: ASC}]) { name issuedOn } }",
                Names(agencies),
                "若干意见",
                10
            ),
            new(
                "groups of all statistics",
                "{ statistics { groups(by: [{unit: VALUE}], first: 10) { keys { value } count max(of: value) } } }",
                "MATCH (s:Statistic) RETURN s.unit, count(*) AS count, max(s.value) ORDER BY count DESC, s.unit LIMIT 10",
                null,
                Nothing,
                "千瓦时",
                1
            ),
            new(
                "search",
                "query($name: String!) { search(text: $name, first: 10) { edges { score node { type name } } } }",
                "CALL db.index.fulltext.queryNodes('graph_search', '\"' + $name + '\"') YIELD node, score WITH node, score WHERE node:Entity RETURN score, node.id, node.name ORDER BY score DESC, node.id LIMIT 10",
                null,
                Names(agencies),
                "若干意见",
                9
            ),
        ];

    private static string[] Names(IReadOnlyList<string> names) =>
        [.. names.Select(name => JsonSerializer.Serialize(new Dictionary<string, string> { ["name"] = name }))];
}
