using System.Buffers;
using PolicyGraph.Model;
using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Objects that stand for evidence rows.</summary>
internal sealed class EvidenceShapes(Compilers compilers) : ShapeCompiler<EvidenceItem>(compilers.Kinds)
{
    public override Reader<EvidenceItem> Property(string name, ulong possible) =>
        name switch
        {
            "quote" => new QuoteReader(),
            "start" => new PositionReader(static row => row.Start),
            "end" => new PositionReader(static row => row.End),
            "rule" => new RuleReader(),
            "confidence" => new ConfidenceReader(),
            _ => throw new UnknownNameException($"Evidence has no property {name}; it has quote, start, end, rule and confidence."),
        };

    public override Operator<EvidenceItem> Compile(OutputField field, ulong possible) =>
        field switch
        {
            DocumentField document => new EvidenceDocumentWriter(
                compilers.Nodes.Compile(document.Shape, Kinds.Label(Facts.Labels.Document).Bit)
            ),
            ArticleField article => new EvidenceArticleWriter(new ArticleShapes(Kinds).Compile(article.Shape, possible)),
            _ => base.Compile(field, possible),
        };
}

/// <summary>The words themselves, read from the paper's text where they are not kept beside it.</summary>
internal sealed class QuoteReader : Reader<EvidenceItem>
{
    public override Value? Read(Execution run, in EvidenceItem row) => Value.OfText(Quote(run, row));

    public override bool Has(Execution run, in EvidenceItem row) => true;

    public override void Write(Execution run, in EvidenceItem row) => run.Out.WriteText(Quote(run, row));

    private static string Quote(Execution run, in EvidenceItem item)
    {
        if (item.Row.Quote is { } quote)
        {
            return quote;
        }

        // The version holds the paper as long as it holds what the paper says.
        var record = run.Graph.Node(item.Contribution.Document.Index).Document!.Record;
        var characters = ArrayPool<char>.Shared.Rent(item.Row.End - item.Row.Start);
        var text = characters.AsSpan(0, item.Row.End - item.Row.Start);
        record.ReadText(item.Row.Start, text);
        var squeezed = Squeezing.Squeeze(text);
        ArrayPool<char>.Shared.Return(characters);
        return squeezed;
    }
}

/// <summary>Where it begins or ends; null where that is not known.</summary>
internal sealed class PositionReader(Func<EvidenceRow, int> position) : Reader<EvidenceItem>
{
    public override Value? Read(Execution run, in EvidenceItem row) => row.Row.Start < 0 ? null : Value.OfNumber(position(row.Row));

    public override bool Has(Execution run, in EvidenceItem row) => row.Row.Start >= 0;

    public override void Write(Execution run, in EvidenceItem row)
    {
        if (Has(run, row))
        {
            run.Out.Write((long)position(row.Row));
        }
        else
        {
            run.Out.WriteNull();
        }
    }
}

internal sealed class RuleReader : Reader<EvidenceItem>
{
    public override Value? Read(Execution run, in EvidenceItem row) => row.Row.Rule.Length == 0 ? null : Value.OfText(row.Row.Rule);
}

internal sealed class ConfidenceReader : Reader<EvidenceItem>
{
    public override Value? Read(Execution run, in EvidenceItem row) => Value.OfNumber((decimal)row.Row.Confidence);
}

/// <summary>The paper.</summary>
internal sealed class EvidenceDocumentWriter(ShapeWriter<NodeRow> shape) : Operator<EvidenceItem>
{
    public override void Write(Execution run, in EvidenceItem row) =>
        shape.Write(run, new NodeRow(run.Graph.Node(row.Contribution.Document.Index)));
}

/// <summary>The article that it stands in, or null.</summary>
internal sealed class EvidenceArticleWriter(ShapeWriter<ArticleItem> shape) : Operator<EvidenceItem>
{
    public override void Write(Execution run, in EvidenceItem row)
    {
        if (row.Row.Article < 0)
        {
            run.Out.WriteNull();
            return;
        }

        var articles = run.Graph.Node(row.Contribution.Document.Index).Document!.Articles; // As in QuoteReader.
        shape.Write(run, new ArticleItem(articles[row.Row.Article]));
    }
}
