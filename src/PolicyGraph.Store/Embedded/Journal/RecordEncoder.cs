using System.Buffers;
using System.Text.Json;
using PolicyGraph.Model;
using PolicyGraph.Store.Bytes;

namespace PolicyGraph.Store.Embedded.Journal;

/// <summary>
/// Writes a record for the journal: the length of its text, the text as UTF-16 (so that any part can be read without the rest), then all
/// other fields in the order of the record's types. Its source is left out: sources belong to the store's entry. Equal records give equal
/// bytes.
/// </summary>
internal static class RecordEncoder
{
    /// <summary>Where the text begins.</summary>
    public const int TextOffset = sizeof(int);

    public static void Encode(DocumentRecord record, IBufferWriter<byte> output)
    {
        output.WriteInt(record.Text?.Length ?? -1);
        output.WriteCharacters(record.Text);
        Encode(record.Document, output);
        output.WriteList(record.Articles, Encode);
        output.WriteList(record.Entities, Encode);
        output.WriteList(record.Relations, Encode);
        output.WriteList(record.Statistics, Encode);
        output.WriteList(record.Findings, Encode);
    }

    private static void Encode(DocumentHead head, IBufferWriter<byte> output)
    {
        output.WriteText(head.Hash);
        output.WriteText(head.Title);
        output.WriteText(head.Publisher);
        output.WriteText(head.Issue);
        output.WriteText(head.Published);
    }

    private static void Encode(IBufferWriter<byte> output, ArticleRecord article)
    {
        output.WriteText(article.Title);
        output.WriteList(article.Authors, WriteText);
        output.WriteText(article.Source);
        output.WriteText(article.Begins);
        WriteSpan(output, article.Span);
    }

    private static void Encode(IBufferWriter<byte> output, EntityRecord entity)
    {
        output.WriteText(entity.Id);
        output.WriteByte((byte)entity.Type);
        output.WriteText(entity.Name);
        output.WriteList(entity.Mentions, WriteText);
        output.WriteByte(entity.Aliases is null ? (byte)0 : (byte)1);
        output.WriteList(entity.Aliases ?? [], WriteText);
        output.WriteList(entity.Spans, Encode);
        Encode(entity.Props, output);
    }

    private static void Encode(IBufferWriter<byte> output, MentionRecord mention)
    {
        WriteSpan(output, mention.Span);
        output.WriteText(mention.Rule);
        output.WriteDouble(mention.Confidence);
    }

    private static void Encode(IBufferWriter<byte> output, RelationRecord relation)
    {
        output.WriteByte((byte)relation.Type);
        output.WriteText(relation.From);
        output.WriteText(relation.To);
        output.WriteText(relation.Evidence);
        WriteSpan(output, relation.Span);
        output.WriteText(relation.Rule);
        output.WriteDouble(relation.Confidence);
        Encode(relation.Props, output);
    }

    private static void Encode(IBufferWriter<byte> output, StatisticRecord statistic)
    {
        output.WriteDecimal(statistic.Value);
        output.WriteByte(statistic.ValueMax is null ? (byte)0 : (byte)1);
        output.WriteDecimal(statistic.ValueMax ?? 0);
        output.WriteText(statistic.Unit);
        output.WriteByte((byte)statistic.Comparator);
        output.WriteText(statistic.Indicator);
        output.WriteByte((byte)statistic.Measure);
        output.WriteByte((byte)statistic.Kind);
        output.WriteText(statistic.Subject);
        output.WriteText(statistic.Period);
        output.WriteText(statistic.ReportedBy);
        output.WriteText(statistic.SetBy);
        output.WriteText(statistic.Evidence);
        WriteSpan(output, statistic.Span);
        output.WriteText(statistic.Rule);
        output.WriteDouble(statistic.Confidence);
    }

    private static void Encode(IBufferWriter<byte> output, FindingRecord finding)
    {
        output.WriteText(finding.Check);
        output.WriteByte(finding.Agrees ? (byte)1 : (byte)0);
        output.WriteText(finding.Message);
        output.WriteList(finding.Statistics, ByteWriting.WriteInt);
    }

    private static void Encode(IReadOnlyDictionary<string, PropertyValue> props, IBufferWriter<byte> output) =>
        output.WriteList([.. props.OrderBy(pair => pair.Key, StringComparer.Ordinal)], EncodeProperty);

    private static void EncodeProperty(IBufferWriter<byte> output, KeyValuePair<string, PropertyValue> property)
    {
        output.WriteText(property.Key);
        output.WriteByte((byte)property.Value.Kind);
        switch (property.Value.Kind)
        {
            case JsonValueKind.String:
                output.WriteText(property.Value.Text);
                break;
            case JsonValueKind.Number:
                output.WriteDecimal(property.Value.Number);
                break;
            default:
                break;
        }
    }

    private static void WriteText(IBufferWriter<byte> output, string text) => output.WriteText(text);

    /// <summary>A span or null: 0 for null, else 1 + its start, and its length.</summary>
    private static void WriteSpan(IBufferWriter<byte> output, TextSpan? span)
    {
        output.WriteCount(span is { } given ? given.Start + 1 : 0);
        if (span is { } written)
        {
            output.WriteCount(written.Length);
        }
    }
}
