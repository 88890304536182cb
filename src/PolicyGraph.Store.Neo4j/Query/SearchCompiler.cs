using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;
using PolicyGraph.Store.Searching;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>
/// Makes searches: the full-text index gives the nodes that can fit, and each is scored by its texts as <see cref="Scoring"/> says, in whole numbers; those of whom papers say
/// the text follow (<see cref="QuoteSearch"/>). Where there are none, those come that nearly hold it.
/// </summary>
internal sealed class SearchCompiler(StatementBuilder builder, ShapeCompiler shapes)
{
    public Part Compile(SearchRoot root)
    {
        var (hits, one) = (builder.Variable("h"), builder.Variable("h"));
        var possible = builder.Names.Nodes(root.Labels);
        var (node, hit) = (builder.Variable("n"), builder.Variable("h"));
        var pattern = new Pattern($"UNWIND {hits} AS {one} WITH {one}[0] AS {node}, {one}[1] AS {hit}", node, null, "''", possible, HasKey: false) { Hit = hit, Tie = "" };
        var connection = shapes.Connections.Compile(root.Connection, pattern, Order(root, pattern));
        return new Part($"{Find(root, possible, hits)} {connection.Return}", (writer, rows) => connection.Write(writer, rows[0][0]));
    }

    private OrderPlan Order(SearchRoot root, Pattern pattern)
    {
        if (root.Connection.Order.Count > 0)
        {
            return new OrderPlan(builder, shapes.Filters, pattern, root.Connection.Order);
        }

        var (score, papers) = ($"{pattern.Hit}[0]", $"{pattern.Node}.{GraphNames.Documents}");
        return new OrderPlan(builder, pattern, Cursor.OfSearch, [new(score, score, IsText: false, Descending: true), new(papers, papers, IsText: false, Descending: true)]);
    }

    /// <summary>Clauses that bind the list of what is found: each a node, and what <see cref="HitShapes"/> takes.</summary>
    private string Find(SearchRoot root, IReadOnlyList<NodeType> possible, string hits)
    {
        var (text, labels) = (root.Text, builder.Names.AnyOf(possible));
        var (held, said, near) = (builder.Variable("h"), builder.Variable("h"), builder.Variable("h"));
        var quoted = new QuoteSearch(builder).Clauses(root, possible, held, said);
        var holding = builder.Parameter("sh", text, given => FullText.Holding(HanText.Of(Wanted(given).Folded)));
        var nearly = builder.Parameter("sn", text, given => FullText.Near([.. Wanted(given).Parts.Select(HanText.Of)], Wanted(given).Enough));
        return $"CALL () {{ {Best(holding, labels, texts => Holding(text, texts), held)} }} {quoted}"
            + $"CALL ({held}, {said}) {{ WITH {held}, {said} WHERE size({held}) = 0 AND size({said}) = 0 {Best(nearly, labels, texts => Near(text, texts), near)} }} "
            + $"WITH {held} + {said} + {near} AS {hits}";
    }

    /// <summary>Clauses that bind the list of what a query of the index finds, each with its best text.</summary>
    /// <param name="scores">The scores of a node's texts.</param>
    private string Best(string query, string labels, Func<Texts, string> scores, string found)
    {
        var (node, hit) = (builder.Variable("n"), builder.Variable("h"));
        var texts = new Texts(builder.Variable("s"), builder.Variable("s"), builder.Variable("s"));
        return $"CALL db.index.fulltext.queryNodes('{Neo4jSchema.SearchIndex}', {query}) YIELD node AS {node} WITH {node} WHERE {node}:{labels} "
            + $"WITH {node}, {node}.{GraphNames.Searched} AS {texts.All}, {SearchTexts.SingleCount(node)} AS {texts.Single} "
            + $"WITH {node}, {texts.All}, {texts.Single}, {texts.Single} + {SearchTexts.AliasCount(node)} AS {texts.Plain} "
            + $"WITH {node}, reduce(best = null, x IN {scores(texts)} | CASE WHEN best IS NULL OR x[0] > best[0] THEN x ELSE best END) AS {hit} "
            + $"WHERE {hit} IS NOT NULL RETURN collect([{node}, {hit}]) AS {found}";
    }

    /// <summary>Of each text that holds what is wanted: score, place among the texts, start and end in the text.</summary>
    private string Holding(Slot text, Texts texts)
    {
        var wanted = builder.Parameter("sw", text, given => HanText.Of(Wanted(given).Folded));
        var length = Length(text);
        var own = $"{texts.All}[i]";
        var start = $"size(split({own}, {wanted})[0])";
        var fitting = $"[i IN [i IN range(0, size({texts.All}) - 1) WHERE {own} CONTAINS {wanted}] WHERE i < {texts.Plain} OR ({length} > 1 AND {own} STARTS WITH {wanted})";
        var covered = $"{Scoring.Covered} * {length} / size({own})";
        var found = $"{fitting} | CASE WHEN size({own}) = {length} THEN [CASE WHEN i < {texts.Single} THEN {Scoring.Name} ELSE {Scoring.Alias} END, i, 0] "
            + $"WHEN {own} STARTS WITH {wanted} THEN [{Scoring.Beginning} + {covered}, i, 0] "
            + $"WHEN {own} ENDS WITH {wanted} AND {start} = size({own}) - {length} THEN [{Scoring.End} + {covered}, i, size({own}) - {length}] "
            + $"ELSE [{Scoring.Part} + {covered}, i, {start}] END]";
        return $"[x IN {found} | [x[0], x[1], {Place(texts, "x[2]")}, {Place(texts, $"x[2] + {length}")}]]";
    }

    /// <summary>A place in a text; initials have none.</summary>
    private static string Place(Texts texts, string place) => $"CASE WHEN x[1] < {texts.Plain} THEN {place} END";

    /// <summary>Of each text that holds enough of the parts: score and place among the texts.</summary>
    private string Near(Slot text, Texts texts)
    {
        var parts = builder.Parameter("sp", text, given => Wanted(given).Parts.Select(part => (object?)HanText.Of(part)).ToList());
        var enough = builder.Parameter("se", text, given => (long)Wanted(given).Enough);
        var counted = $"[i IN range(0, {texts.Plain} - 1) | [i, size({texts.All}[i]), size([part IN {parts} WHERE {texts.All}[i] CONTAINS part])]]";
        var shorter = $"CASE WHEN x[1] < {Length(text)} THEN x[1] ELSE {Length(text)} END";
        return $"[x IN {counted} WHERE x[2] >= {enough} | [{Scoring.Nearly} * x[2] * ({shorter}) / (size({parts}) * x[1]), x[0], null, null]]";
    }

    private string Length(Slot text) => builder.Parameter("sl", text, given => (long)Wanted(given).Folded.Length);

    private SearchedText Wanted(object? text) => SearchedText.Of(text as string, builder.Names.Folding);

    /// <summary>Variables of a node's texts.</summary>
    /// <param name="All">Their list.</param>
    /// <param name="Single">How many of them are neither aliases nor initials.</param>
    /// <param name="Plain">How many are no initials.</param>
    private readonly record struct Texts(string All, string Single, string Plain);
}
