using System.Text.Json;
using PolicyGraph.Model;
using PolicyGraph.Store.Bytes;

namespace PolicyGraph.Store.Embedded.Journal;

/// <summary>Reads what <see cref="RecordEncoder"/> wrote.</summary>
internal static class RecordDecoder
{
    public static DocumentRecord Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        var length = reader.Int();
        var text = length < 0 ? null : reader.Characters(length);
        return new DocumentRecord
        {
            Text = text,
            Document = Head(ref reader),
            Articles = reader.List(Article),
            Entities = reader.List(Entity),
            Relations = reader.List(Relation),
            Statistics = reader.List(Statistic),
            Findings = reader.List(Finding),
        };
    }

    private static DocumentHead Head(ref ByteReader reader) =>
        new()
        {
            Hash = reader.Text(),
            Title = reader.Text(),
            Publisher = reader.Text(),
            Issue = reader.Text(),
            Published = reader.Text(),
        };

    private static ArticleRecord Article(ref ByteReader reader) =>
        new()
        {
            Title = reader.Text(),
            Authors = reader.List(Text),
            Source = reader.Text(),
            Begins = reader.Text(),
            Span = Span(ref reader),
        };

    private static EntityRecord Entity(ref ByteReader reader)
    {
        var entity = new EntityRecord
        {
            Id = Text(ref reader),
            Type = (EntityType)reader.Byte(),
            Name = Text(ref reader),
            Mentions = reader.List(Text),
        };
        var hasAliases = reader.Byte() != 0;
        var aliases = reader.List(Text);
        return entity with { Aliases = hasAliases ? aliases : null, Spans = reader.List(Mention), Props = Props(ref reader) };
    }

    private static MentionRecord Mention(ref ByteReader reader) =>
        new(Span(ref reader).GetValueOrDefault(), Text(ref reader), reader.Double());

    private static RelationRecord Relation(ref ByteReader reader) =>
        new()
        {
            Type = (RelationType)reader.Byte(),
            From = Text(ref reader),
            To = Text(ref reader),
            Evidence = Text(ref reader),
            Span = Span(ref reader),
            Rule = Text(ref reader),
            Confidence = reader.Double(),
            Props = Props(ref reader),
        };

    private static StatisticRecord Statistic(ref ByteReader reader)
    {
        var value = reader.Decimal();
        var hasMax = reader.Byte() != 0;
        var max = reader.Decimal();
        return new StatisticRecord
        {
            Value = value,
            ValueMax = hasMax ? max : null,
            Unit = Text(ref reader),
            Comparator = (Comparator)reader.Byte(),
            Indicator = Text(ref reader),
            Measure = (Measure)reader.Byte(),
            Kind = (StatisticKind)reader.Byte(),
            Subject = reader.Text(),
            Period = reader.Text(),
            ReportedBy = reader.Text(),
            SetBy = reader.Text(),
            Evidence = Text(ref reader),
            Span = Span(ref reader),
            Rule = Text(ref reader),
            Confidence = reader.Double(),
        };
    }

    private static FindingRecord Finding(ref ByteReader reader) =>
        new(Text(ref reader), reader.Byte() != 0, Text(ref reader), reader.List(static (ref ByteReader inner) => inner.Int()));

    private static SortedDictionary<string, PropertyValue> Props(ref ByteReader reader)
    {
        var props = new SortedDictionary<string, PropertyValue>(StringComparer.Ordinal);
        for (var left = reader.Count(); left > 0; left--)
        {
            var key = Text(ref reader);
            props.Add(
                key,
                (JsonValueKind)reader.Byte() switch
                {
                    JsonValueKind.String => Text(ref reader),
                    JsonValueKind.Number => reader.Decimal(),
                    var truth => truth == JsonValueKind.True,
                }
            );
        }

        return props;
    }

    private static TextSpan? Span(ref ByteReader reader) =>
        reader.Count() is > 0 and var start ? new TextSpan(start - 1, start - 1 + reader.Count()) : null;

    private static string Text(ref ByteReader reader) => reader.Text() ?? "";
}
