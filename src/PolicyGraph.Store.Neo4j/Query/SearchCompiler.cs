using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;
using PolicyGraph.Store.Searching;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>
/// Makes searches: the full-text index gives the nodes that can fit, and each is scored by its texts as <see cref="Scoring"/> says, in whole numbers; those of whom papers say
/// the text follow (<see cref="QuoteSearch"/>). Where there are none, those come that nearly hold it. The text is as short as it goes, since each byte of it costs (<see cref="StatementText"/>).
/// </summary>
internal sealed class SearchCompiler(StatementBuilder builder, ShapeCompiler shapes)
{
    public Part Compile(SearchRoot root)
    {
        var (hits, one) = (builder.Variable("h"), builder.Variable("h"));
        var possible = builder.Names.Nodes(root.Labels);
        var (node, wanted) = (builder.Variable("n"), new WantedText(builder, root.Text));
        var hit = new Hit(builder.Variable("h"), wanted.Text);
        var pattern = new Pattern($"UNWIND {hits} AS {one} WITH {one}[0] AS {node}, {one}[1] AS {hit.Variable}", node, null, "''", possible, HasKey: false) { Hit = hit, Tie = "" };
        var connection = shapes.Connections.Compile(root.Connection, pattern, Order(root, pattern, hit));
        return new Part($"{Find(root, possible, wanted, hits)} {connection.Answer}", (writer, rows) => connection.Write(writer, rows[0][0]));
    }

    private OrderPlan Order(SearchRoot root, Pattern pattern, Hit hit) => root.Connection.Order.Count > 0
        ? new OrderPlan(builder, shapes.Filters, pattern, root.Connection.Order)
        : new OrderPlan(builder, pattern, Cursor.OfSearch, [
            OrderPart.OfNumber(hit.Score, descending: true, isAlways: true), OrderPart.OfNumber($"{pattern.Node}.{GraphNames.Documents}", descending: true, isAlways: true)]);

    /// <summary>Clauses that bind the list of what is found: each a node, and its <see cref="Hit"/>.</summary>
    private string Find(SearchRoot root, IReadOnlyList<NodeType> possible, WantedText wanted, string hits)
    {
        var labels = builder.Names.AnyOf(possible);
        var isShown = root.Connection.Fields.OfType<EdgesField>().Any(edges => edges.Fields.Any(field => field is HighlightsField));
        var (held, said, near) = (builder.Variable("h"), builder.Variable("h"), builder.Variable("h"));
        return $"{Candidates(wanted.Index, labels, out var node, out var texts)} WITH {node}, {Best(Holding(wanted, node, texts, isShown))} AS {held} WHERE {held}[0] > 0 WITH collect([{node}, {held}]) AS {held} "
            + new QuoteSearch(builder, wanted, isShown).Clauses(root, possible, held, said)
            + $"CALL ({held}, {said}) {{ WITH {held} + {said} AS {near} WHERE {near} = [] {Near(wanted, labels, near)} }} WITH {held} + {said} + {near} AS {hits}";
    }

    /// <summary>Clauses that give the nodes that a query of the index finds, with their texts.</summary>
    private string Candidates(string query, string labels, out string node, out string texts)
    {
        (node, texts) = (builder.Variable("n"), builder.Variable("s"));
        return $"CALL db.index.fulltext.queryNodes('{Neo4jSchema.SearchIndex}', {query}) YIELD node AS {node} WITH {node}, {node}.{GraphNames.Searched} AS {texts} WHERE {node}:{labels}";
    }

    /// <summary>The best of a list of hits, the first of equals; a score of 0 where there is none.</summary>
    private static string Best(string hits) => $"reduce(b = [0], x IN {hits} | CASE WHEN x[0] > b[0] THEN x ELSE b END)";

    /// <summary>Of each text that holds what is wanted: score and, where it is shown, place among the texts.</summary>
    private static string Holding(WantedText wanted, string node, string texts, bool isShown)
    {
        var (own, single) = ($"{texts}[i]", SearchTexts.SingleCount);
        // Aliases are read only where the place does not tell that the text is no initials, which are found by their beginning alone.
        var fits = $"{own} CONTAINS {wanted.Text} AND (i < {single} OR i < {single} + size({node}.aliases) OR {wanted.Length} > 1 AND {own} STARTS WITH {wanted.Text})";
        var place = $"CASE WHEN {own} STARTS WITH {wanted.Text} THEN {Scoring.Beginning} WHEN split({own}, {wanted.Text})[1..] = [''] THEN {Scoring.End} ELSE {Scoring.Part} END";
        var score = $"CASE WHEN size({own}) = {wanted.Length} THEN CASE WHEN i < {single} THEN {Scoring.Name} ELSE {Scoring.Alias} END ELSE {place} + {Scoring.Covered} * {wanted.Length} / size({own}) END";
        return $"[i IN range(0, size({texts}) - 1) WHERE {fits} | [{score}{(isShown ? ", i" : "")}]]";
    }

    /// <summary>Clauses that give the list of those that hold enough of the parts, each with its best score.</summary>
    private string Near(WantedText wanted, string labels, string found)
    {
        var candidates = Candidates(wanted.NearIndex, labels, out var node, out var texts);
        var (size, count, hit) = (builder.Variable("z"), builder.Variable("c"), builder.Variable("h"));
        return $"{candidates} UNWIND range(0, {SearchTexts.PlainCount(node)} - 1) AS i WITH {node}, size({texts}[i]) AS {size}, size([x IN {wanted.Parts} WHERE {texts}[i] CONTAINS x]) AS {count} WHERE {count} >= {wanted.Enough} "
            + $"WITH {node}, max({Scoring.Nearly} * {count} * CASE WHEN {size} < {wanted.Length} THEN {size} ELSE {wanted.Length} END / (size({wanted.Parts}) * {size})) AS {hit} RETURN collect([{node}, [{hit}]]) AS {found}";
    }
}
