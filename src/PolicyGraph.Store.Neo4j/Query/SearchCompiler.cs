using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;
using PolicyGraph.Store.Searching;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>
/// Makes searches: the full-text index gives the nodes that can fit, and each is scored by its texts as <see cref="Scoring"/> says, in
/// whole numbers; those of whom papers say the text follow (<see cref="QuoteSearch"/>). Where there are none, those come that nearly hold
/// it. The text is as short as it goes, since each byte of it costs (<see cref="StatementText"/>).
/// </summary>
internal sealed class SearchCompiler(StatementBuilder builder, ShapeCompiler shapes)
{
    public Part Compile(SearchRoot root)
    {
        var possible = builder.Names.Nodes(root.Labels);
        var wanted = new WantedText(builder, root.Text);
        var find = Find(root, possible, wanted, out var hits);
        var (node, hit) = (builder.Variable("n"), new Hit(builder.Variable("h"), wanted.Text));
        var pattern = new Pattern(
            $"UNWIND {hits} AS {hit.Variable} WITH {hit.Variable}[0] AS {node}, {hit.Variable}",
            node,
            null,
            "''",
            possible,
            HasKey: false
        )
        {
            Hit = hit,
            Tie = "",
        };
        var connection = shapes.Connections.Compile(root.Connection, pattern, Order(root, pattern, hit));
        return new Part($"{find}{connection.Answer}", (writer, rows) => connection.Write(writer, rows[0][0]));
    }

    private OrderPlan Order(SearchRoot root, Pattern pattern, Hit hit) =>
        root.Connection.Order.Count > 0
            ? new OrderPlan(builder, shapes.Filters, pattern, root.Connection.Order)
            : new OrderPlan(
                builder,
                pattern,
                Cursor.OfSearch,
                [
                    OrderPart.OfNumber(hit.Score, descending: true, isAlways: true),
                    OrderPart.OfNumber($"{pattern.Node}.{GraphNames.Documents}", descending: true, isAlways: true),
                ]
            );

    /// <summary>Clauses that find, each with a blank after it.</summary>
    /// <param name="hits">An expression of the list of what is found (<see cref="Hit"/>).</param>
    private string Find(SearchRoot root, IReadOnlyList<NodeType> possible, WantedText wanted, out string hits)
    {
        var labels = builder.Names.AnyOf(possible);
        var isShown = root.Connection.Fields.OfType<EdgesField>().Any(edges => edges.Fields.Any(field => field is HighlightsField));
        var (held, near) = (builder.Variable("h"), builder.Variable("h"));
        var quotes = new QuoteSearch(builder, wanted, isShown).Clauses(root, possible, held, out var said);
        hits = $"{said} + {near}";
        return $"{wanted.Binding} CALL (*) {{ {Holding(root, wanted, labels, held, isShown)} }} {quotes}CALL (*) {{ {Near(wanted, labels, said, near)} }} ";
    }

    /// <summary>Clauses that give the nodes that a query of the index finds.</summary>
    private string Candidates(string query, string labels, out string node)
    {
        node = builder.Variable("n");
        return $"CALL db.index.fulltext.queryNodes('{Neo4jSchema.SearchIndex}', {query}) YIELD node AS {node} WHERE {node}:{labels}";
    }

    /// <summary>
    /// Clauses that give the list of those of whose texts one holds what is wanted: of each the best score, and where it is shown the first
    /// place of those that have it. Texts are looked at by their places only where a place is asked for.
    /// </summary>
    private string Holding(SearchRoot root, WantedText wanted, string labels, string all, bool isShown)
    {
        var candidates = Candidates(wanted.Index, labels, out var node);
        var (texts, found) = (builder.Variable("s"), builder.Variable("b"));
        var own = isShown ? $"{texts}[i]" : "i";
        var score = Score(wanted, own, texts);
        var (hit, none, better) = isShown ? ($"[{score}, i]", "[0]", "x[0] > b[0]") : (score, "0", "x > b");
        var each = isShown ? $"range(0, size({texts}) - 1)" : texts;
        var best =
            $"reduce(b = {none}, x IN [i IN {each} WHERE {Fits(wanted, own, texts, node)} | {hit}] | CASE WHEN {better} THEN x ELSE b END)";
        var (value, row) = isShown ? ($"{found}[0]", $"[{node}, {found}[0], {found}[1]]") : (found, $"[{node}, {found}]");
        return $"{candidates} WITH {node}, {node}.{GraphNames.Searched} AS {texts} WITH {node}, {best} AS {found} WHERE {value} > 0 {Collected(root, row, value, all)}";
    }

    /// <summary>
    /// True where a text holds what is wanted; initials, which are what is none of the texts before them, only at their beginning. Which is
    /// which is looked up, and aliases are read, only for what may be initials.
    /// </summary>
    private static string Fits(WantedText wanted, string own, string texts, string node) =>
        $"{own} CONTAINS {wanted.Text} AND ({wanted.IsNoInitials} OR {own} IN {texts}[..{SearchTexts.PlainCount(node)}] OR {wanted.Length} > 1 AND {own} STARTS WITH {wanted.Text})";

    /// <summary>What a text that fits scores (<see cref="Scoring.Holding"/>).</summary>
    private static string Score(WantedText wanted, string own, string texts)
    {
        var place =
            $"CASE WHEN {own} STARTS WITH {wanted.Text} THEN {Scoring.Beginning} WHEN split({own}, {wanted.Text})[1..] = [''] THEN {Scoring.End} ELSE {Scoring.Part} END";
        return $"CASE WHEN {own} = {wanted.Text} THEN CASE WHEN {own} IN {texts}[..{SearchTexts.SingleCount}] THEN {Scoring.Name} ELSE {Scoring.Alias} END ELSE {place} + {Scoring.Covered} * {wanted.Length} / size({own}) END";
    }

    /// <summary>
    /// The end of the clauses: the list. Of what only fills a first page, no more than can be on it, so that the tie of equal scores is
    /// looked up for few.
    /// </summary>
    private string Collected(SearchRoot root, string row, string score, string all)
    {
        if (FirstPage.Of(builder, root) is not { } first)
        {
            return $"RETURN collect({row}) AS {all}";
        }

        var rows = builder.Variable("h");
        return $"WITH {row} AS x ORDER BY {score} DESC WITH collect(x) AS {rows} RETURN [x IN {rows} WHERE x[1] >= coalesce({rows}[{first}][1], 0)] AS {all}";
    }

    /// <summary>
    /// Where nothing else is found, clauses that give the list of those that hold enough of the parts, each with its best score; else the
    /// empty list.
    /// </summary>
    /// <param name="others">An expression of the list of what else is found.</param>
    private string Near(WantedText wanted, string labels, string others, string found)
    {
        var candidates = Candidates(wanted.NearIndex, labels, out var node);
        var (text, size, count, hit) = (builder.Variable("t"), builder.Variable("z"), builder.Variable("c"), builder.Variable("h"));
        return $"WITH 0 AS o WHERE {others} = [] {candidates} UNWIND {node}.{GraphNames.Searched}[..{SearchTexts.PlainCount(node)}] AS {text} "
            + $"WITH {node}, size({text}) AS {size}, size([x IN {wanted.Parts} WHERE {text} CONTAINS x]) AS {count} WHERE {count} >= {wanted.Enough} "
            + $"WITH {node}, max({Scoring.Nearly} * {count} * CASE WHEN {size} < {wanted.Length} THEN {size} ELSE {wanted.Length} END / (size({wanted.Parts}) * {size})) AS {hit} RETURN collect([{node}, {hit}]) AS {found}";
    }
}
