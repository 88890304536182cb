using System.Buffers;
using PolicyGraph.Model;
using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Fields that only documents have.</summary>
internal static class DocumentShapes
{
    /// <summary>The writer of a field, or null where it is no field of documents.</summary>
    public static Operator<NodeRow>? Compile(Compilers compilers, OutputField field) =>
        field switch
        {
            ArticlesField articles => new ArticlesWriter(new ArticleShapes(compilers.Kinds).Compile(articles.Shape, ulong.MaxValue)),
            FindingsField findings => new FindingsWriter(new FindingShapes(compilers.Kinds).Compile(findings.Shape, ulong.MaxValue)),
            TextField text => new TextWriter(text),
            DocumentFactsField facts => new DocumentFactsWriter(compilers, facts),
            _ => null,
        };
}

/// <summary>Objects that stand for articles.</summary>
internal sealed class ArticleShapes(Kinds kinds) : ShapeCompiler<ArticleItem>(kinds)
{
    public override Reader<ArticleItem> Property(string name, ulong possible) =>
        new ArticleReader(
            name switch
            {
                "title" => static article => article.Title is { } title ? Value.OfText(title) : null,
                "authors" => static article => Value.OfList(article.Authors),
                "source" => static article => article.Source is { } source ? Value.OfText(source) : null,
                "start" => static article => article.Span is { } span ? Value.OfNumber(span.Start) : null,
                "end" => static article => article.Span is { } span ? Value.OfNumber(span.End) : null,
                _ => throw new UnknownNameException($"An article has no property {name}; it has title, authors, source, start and end."),
            }
        );
}

internal sealed class ArticleReader(Func<ArticleRecord, Value?> read) : Reader<ArticleItem>
{
    public override Value? Read(Execution run, in ArticleItem row) => read(row.Article);
}

/// <summary>Objects that stand for findings.</summary>
internal sealed class FindingShapes(Kinds kinds) : ShapeCompiler<FindingItem>(kinds)
{
    public override Reader<FindingItem> Property(string name, ulong possible) =>
        new FindingReader(
            name switch
            {
                "check" => static finding => Value.OfText(finding.Check),
                "agrees" => static finding => finding.Agrees ? Value.True : Value.False,
                "message" => static finding => Value.OfText(finding.Message),
                _ => throw new UnknownNameException($"A finding has no property {name}; it has check, agrees and message."),
            }
        );
}

internal sealed class FindingReader(Func<FindingRecord, Value?> read) : Reader<FindingItem>
{
    public override Value? Read(Execution run, in FindingItem row) => read(row.Finding);
}

/// <summary>A document's articles in order.</summary>
internal sealed class ArticlesWriter(ShapeWriter<ArticleItem> shape) : Operator<NodeRow>
{
    public override void Write(Execution run, in NodeRow row) =>
        Lists.Write(run, row.Node.Document?.Articles ?? [], shape, static article => new ArticleItem(article));
}

/// <summary>A document's findings in order, read from its record: they are seldom asked for.</summary>
internal sealed class FindingsWriter(ShapeWriter<FindingItem> shape) : Operator<NodeRow>
{
    public override void Write(Execution run, in NodeRow row) =>
        Lists.Write(run, row.Node.Document?.Record.Read().Findings ?? [], shape, static finding => new FindingItem(finding));
}

internal static class Lists
{
    /// <summary>Writes items as a list of objects.</summary>
    public static void Write<TItem, TRow>(Execution run, IReadOnlyList<TItem> items, ShapeWriter<TRow> shape, Func<TItem, TRow> row)
        where TRow : struct, IRow
    {
        run.Out.Write((byte)'[');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                run.Out.Write((byte)',');
            }

            shape.Write(run, row(items[i]));
        }

        run.Out.Write((byte)']');
    }
}

/// <summary>A document's text or a part of it; null where it has none.</summary>
internal sealed class TextWriter(TextField field) : Operator<NodeRow>
{
    public override void Write(Execution run, in NodeRow row)
    {
        if (row.Node.Document is not { Record: { TextLength: >= 0 } record })
        {
            run.Out.WriteNull();
            return;
        }

        var start = (int)Math.Clamp(run.Parameters.Integer(field.Start) ?? 0, 0, record.TextLength);
        var end = (int)Math.Clamp(run.Parameters.Integer(field.End) ?? record.TextLength, start, record.TextLength);
        var characters = ArrayPool<char>.Shared.Rent(end - start);
        record.ReadText(start, characters.AsSpan(0, end - start));
        run.Out.WriteText(characters.AsSpan(0, end - start));
        ArrayPool<char>.Shared.Return(characters);
    }
}
