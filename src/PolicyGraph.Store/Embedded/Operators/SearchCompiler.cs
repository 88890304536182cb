using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Embedded.Searching;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Queries;
using PolicyGraph.Store.Searching;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Makes the writer of a search.</summary>
internal static class SearchCompiler
{
    public static RootOperator Compile(Compilers compilers, SearchRoot root)
    {
        var labels = compilers.Kinds.Mask(root.Labels);
        var order = root.Connection.Order.Count > 0 ? OrderCompiler.Compile(compilers, root.Connection.Order, labels) : new SearchOrder();
        return new SearchRootWriter(root.Text, labels, compilers.Connections.Compile(root.Connection, labels, order));
    }

    /// <summary>The writer of a field that only rows of a search have; null for other fields.</summary>
    public static Operator<ListRow>? Field(Compilers compilers, EdgeField field) =>
        field switch
        {
            ScoreField => new RowScoreWriter(),
            HighlightsField highlights => new RowHighlightsWriter(new HighlightShapes(compilers).Compile(highlights.Shape, ulong.MaxValue)),
            _ => null,
        };
}

/// <summary>Nodes found by a text, as a connection.</summary>
internal sealed class SearchRootWriter(Slot text, ulong labels, ConnectionWriter connection) : RootOperator
{
    public override void Write(Execution run)
    {
        var wanted = run.Graph.Registry.Search.Wanted(run.Parameters.Text(text));
        var reach = connection.Reach(run);
        var searcher = new Searcher(run, labels, reach);
        var isHeld = searcher.Find(wanted);
        var counter = reach is not null && connection.CountsAll(run) ? new SearchCounter(run, labels) : null;
        var total = isHeld ? counter?.Count(wanted.Folded, !searcher.IsNamed) : counter?.CountNear(wanted);
        foreach (var node in run.Hits.Keys)
        {
            run.Rows.Push(new Row(node, -1, -1));
        }

        connection.WriteSorted(run, null, 0, total);
    }

    public override string Explain() => "full text (index of character pairs)";
}

/// <summary>Of a row found by a search: how well it fits.</summary>
internal sealed class RowScoreWriter : Operator<ListRow>
{
    public override void Write(Execution run, in ListRow row) => run.Out.Write(Scoring.Told(run.Hits[row.Row.Node].Score));
}

/// <summary>Of a row found by a search: where the text stands.</summary>
internal sealed class RowHighlightsWriter(ShapeWriter<SearchItem> shape) : Operator<ListRow>
{
    public override void Write(Execution run, in ListRow row)
    {
        var hit = run.Hits[row.Row.Node];
        Lists.Write<SearchItem, SearchItem>(run, hit.Place is null ? [] : [new SearchItem(hit)], shape, static item => item);
    }
}

internal readonly record struct SearchItem(SearchHit Hit) : IRow
{
    public ulong LabelBit => ulong.MaxValue;
}

/// <summary>Objects that stand for highlights.</summary>
internal sealed class HighlightShapes(Compilers compilers) : ShapeCompiler<SearchItem>(compilers.Kinds)
{
    public override Operator<SearchItem> Compile(OutputField field, ulong possible) =>
        field switch
        {
            HighlightEvidenceField evidence => new HighlightPartWriter<EvidenceItem>(
                compilers.Evidence.Compile(evidence.Shape, ulong.MaxValue),
                static (_, source) => source.Evidence
            ),
            HighlightStatisticField statistic => new HighlightPartWriter<NodeRow>(
                compilers.Nodes.Compile(statistic.Shape, Kinds.Label(Labels.Statistic).Bit),
                static (_, source) => source.Statistic is { } node ? new NodeRow(node) : null
            ),
            HighlightFactField fact => new HighlightPartWriter<EdgeRow>(compilers.Edges.Compile(fact.Shape, ulong.MaxValue), Relation),
            _ => base.Compile(field, possible),
        };

    private static EdgeRow? Relation(Execution run, SearchSource source) =>
        source.Relation is { Head: var head } edge
            ? new EdgeRow(head.Kind, edge, run.Graph.Node(head.From), run.Graph.Node(head.To))
            : null;

    public override Reader<SearchItem> Property(string name, ulong possible) =>
        new HighlightReader(
            name switch
            {
                "field" => static hit => Value.OfText(hit.Text.Field.Property()),
                "start" => static hit => Value.OfNumber(hit.Place?.Start ?? 0),
                "end" => static hit => Value.OfNumber(hit.Place?.End ?? 0),
                "text" => static hit => Value.OfText(hit.Text.Text),
                _ => throw new UnknownNameException($"A highlight has no property {name}; it has field, start, end and text."),
            }
        );
}

/// <summary>Of what was found in a quote: the quote or what it states; null for all else.</summary>
internal sealed class HighlightPartWriter<TRow>(ShapeWriter<TRow> shape, Func<Execution, SearchSource, TRow?> part) : Operator<SearchItem>
    where TRow : struct, IRow
{
    public override void Write(Execution run, in SearchItem row)
    {
        if (row.Hit.Source is { } source && part(run, source) is { } found)
        {
            shape.Write(run, found);
        }
        else
        {
            run.Out.WriteNull();
        }
    }
}

internal sealed class HighlightReader(Func<SearchHit, Value?> read) : Reader<SearchItem>
{
    public override Value? Read(Execution run, in SearchItem row) => read(row.Hit);
}
