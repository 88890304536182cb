using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Loading;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;
using PolicyGraph.Store.Searching;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>
/// Finds entities by what papers say of them: the ends of relationships whose quotes hold a text, and what statistics are tied to that
/// papers state in it.
/// </summary>
/// <param name="isShown">True where it is shown which quote holds it.</param>
internal sealed class QuoteSearch(StatementBuilder builder, WantedText wanted, bool isShown)
{
    /// <summary>Clauses that look at quotes, with a blank after them; none where none are looked at.</summary>
    /// <param name="held">The variable of the list of what is found by name.</param>
    /// <param name="all">An expression of the list of what is found by name and by quotes (<see cref="Hit"/>).</param>
    public string Clauses(SearchRoot root, IReadOnlyList<NodeType> possible, string held, out string all)
    {
        all = held;
        if (!possible.Any(type => type.IsEntity))
        {
            return "";
        }

        var said = builder.Variable("h");
        all = $"{held} + {said}";
        var (edge, at, paper, rows, one, start) = (
            builder.Variable("r"),
            builder.Variable("i"),
            builder.Variable("d"),
            builder.Variable("x"),
            builder.Variable("x"),
            builder.Variable("n")
        );
        var (node, end, score, hit) = (builder.Variable("n"), builder.Variable("n"), builder.Variable("s"), builder.Variable("h"));
        var fits = $"{Scoring.Quote} + {Scoring.Covered} * {wanted.Length} / size({edge}.{GraphNames.Said}[{at}])";
        var best = isShown
            ? $"WITH {node}, {edge}, {at}, {fits} AS {score} ORDER BY {score} DESC{Tie(edge, at)} WITH {node}, collect([{score}, {at}, {edge}])[0] AS {hit} RETURN collect([{node}, {hit}[0], {hit}[1], {hit}[2]])"
            : $"WITH {node}, max({fits}) AS {hit} RETURN collect([{node}, {hit}])";
        return $"CALL (*) {{ WITH 0 AS o WHERE {wanted.Length} >= {Scoring.ShortestQuoted} AND none(x IN {held} WHERE x[1] >= {Scoring.Alias}){Unless(root, held)} "
            + $"CALL db.index.fulltext.queryRelationships('{Neo4jSchema.QuoteIndex}', {wanted.Index}) YIELD relationship AS {edge} "
            + $"UNWIND [i IN range(0, size({edge}.{GraphNames.Said}) - 1) WHERE {edge}.{GraphNames.Said}[i] CONTAINS {wanted.Text}] AS {at} "
            + $"WITH {edge}.{EvidenceRows.Papers}[{at}] AS {paper}, collect([{edge}, {at}]) AS {rows} ORDER BY {paper} LIMIT {Scoring.MostPapers} "
            + $"UNWIND {rows} AS {one} WITH {one}[0] AS {edge}, {one}[1] AS {at}, startNode({one}[0]) AS {start} "
            + $"UNWIND CASE WHEN {start}:{Labels.Statistic} THEN [({start})-[:{Ties.About}|{Ties.ReportedBy}|{Ties.SetBy}]->({end}) | {end}] ELSE [{start}, endNode({edge})] END AS {node} "
            + $"WITH {edge}, {at}, {node} WHERE {AnyOf(possible, node)}none(x IN {held} WHERE x[0] = {node}) "
            + $"{best} AS {said} }} ";
    }

    /// <summary>Which of a node's quotes is shown where several fit as well.</summary>
    private static string Tie(string edge, string at) =>
        $", {edge}.{EvidenceRows.Papers}[{at}], {edge}.{EvidenceRows.Starts}[{at}], startNode({edge}).id, type({edge}), endNode({edge}).id, coalesce({edge}.{GraphNames.Key}{CodeUnitOrder.Suffix}, {edge}.{GraphNames.Key}, '')";

    /// <summary>A condition where not all entities are wanted; only entities are found.</summary>
    private string AnyOf(IReadOnlyList<NodeType> possible, string node) =>
        builder.Names.AllNodes.Where(type => type.IsEntity).Except(possible).Any() ? $"{node}:{builder.Names.AnyOf(possible)} AND " : "";

    /// <summary>What is found by name may fill the page: then nothing is asked that would not be shown.</summary>
    private string Unless(SearchRoot root, string held) => FirstPage.Of(builder, root) is { } first ? $" AND size({held}) <= {first}" : "";
}
