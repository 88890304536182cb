using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Loading;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;
using PolicyGraph.Store.Searching;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Finds entities by what papers say of them: the ends of relationships whose quotes hold a text, and what statistics are tied to that papers state in it.</summary>
internal sealed class QuoteSearch(StatementBuilder builder)
{
    /// <summary>Clauses that bind a list of nodes, each with what <see cref="HitShapes"/> takes; the empty list where quotes are not looked at.</summary>
    /// <param name="held">The variable of what is found by name.</param>
    public string Clauses(SearchRoot root, IReadOnlyList<NodeType> possible, string held, string said)
    {
        if (!possible.Any(type => type.IsEntity))
        {
            return $"WITH {held}, [] AS {said} ";
        }

        var (edge, at, rows, papers, ends) = (builder.Variable("r"), builder.Variable("i"), builder.Variable("x"), builder.Variable("d"), builder.Variable("m"));
        var (node, score, one) = (builder.Variable("n"), builder.Variable("s"), builder.Variable("x"));
        var index = builder.Parameter("sq", root.Text, given => Wanted(given) is { Length: >= Scoring.ShortestQuoted } text ? FullText.Holding(HanText.Of(text)) : FullText.Nothing);
        var wanted = builder.Parameter("sw", root.Text, given => HanText.Of(Wanted(given)));
        var length = builder.Parameter("sl", root.Text, given => (long)Wanted(given).Length);
        var quote = $"{edge}.{GraphNames.Said}[{at}]";
        var start = $"size(split({quote}, {wanted})[0])";
        return $"CALL ({held}) {{ WITH {held} WHERE none(x IN {held} WHERE x[1][0] >= {Scoring.Alias}){Unless(root, held)} "
            + $"CALL db.index.fulltext.queryRelationships('{Neo4jSchema.QuoteIndex}', {index}) YIELD relationship AS {edge} "
            + $"UNWIND [i IN range(0, size({edge}.{GraphNames.Said}) - 1) WHERE {edge}.{GraphNames.Said}[i] CONTAINS {wanted}] AS {at} "
            + $"WITH {held}, collect([{edge}, {at}]) AS {rows} WITH {held}, {rows}, {Papers(rows)} AS {papers} UNWIND {rows} AS {one} "
            + $"WITH {held}, {papers}, {one}[0] AS {edge}, {one}[1] AS {at} WHERE {edge}.{EvidenceRows.Papers}[{at}] IN {papers} "
            + $"WITH {held}, {edge}, {at}, {Ends(edge)} AS {ends} UNWIND {ends} AS {node} "
            + $"WITH {held}, {edge}, {at}, {node} WHERE {node}:{builder.Names.AnyOf(possible)} AND none(x IN {held} WHERE x[0] = {node}) "
            + $"WITH {node}, {edge}, {at}, {Scoring.Quote} + {Scoring.Covered} * {length} / size({quote}) AS {score} "
            + $"ORDER BY {score} DESC, {edge}.{EvidenceRows.Papers}[{at}], {edge}.{EvidenceRows.Starts}[{at}], startNode({edge}).id, type({edge}), endNode({edge}).id, "
            + $"coalesce({edge}.{GraphNames.Key}{CodeUnitOrder.Suffix}, {edge}.{GraphNames.Key}, '') "
            + $"WITH {node}, collect([{score}, null, {start}, {start} + {length}, {edge}, {at}])[0] AS {one} RETURN collect([{node}, {one}]) AS {said} }} ";
    }

    private string Wanted(object? text) => SearchedText.Of(text as string, builder.Names.Folding).Folded;

    /// <summary>The first papers by id that say it.</summary>
    private string Papers(string rows)
    {
        var (row, paper) = (builder.Variable("x"), builder.Variable("d"));
        return $"COLLECT {{ UNWIND {rows} AS {row} WITH DISTINCT ({row}[0]).{EvidenceRows.Papers}[{row}[1]] AS {paper} RETURN {paper} ORDER BY {paper} LIMIT {Scoring.MostPapers} }}";
    }

    private string Ends(string edge)
    {
        var (statistic, end) = (builder.Variable("n"), builder.Variable("n"));
        return $"CASE WHEN type({edge}) = '{Ties.StatedIn}' THEN COLLECT {{ WITH startNode({edge}) AS {statistic} "
            + $"MATCH ({statistic})-[:{Ties.About}|{Ties.ReportedBy}|{Ties.SetBy}]->({end}) RETURN DISTINCT {end} }} ELSE [startNode({edge}), endNode({edge})] END";
    }

    /// <summary>What is found by name may fill the page: then nothing is asked that would not be shown.</summary>
    private string Unless(SearchRoot root, string held)
    {
        var (page, connection) = (root.Connection.Page, root.Connection);
        var isFirstPage = connection is { Filter: null, Order.Count: 0 } && builder.IsNull(page.After) && builder.IsNull(page.Before) && builder.IsNull(page.Last) && !builder.IsNull(page.First);
        return isFirstPage && connection.Fields.All(field => field is not (TotalCountField or ConnectionGroupsField)) ? $" AND size({held}) <= {builder.Parameter(page.First)}" : "";
    }
}
