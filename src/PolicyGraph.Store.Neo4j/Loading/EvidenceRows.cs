using System.Text.Json;
using PolicyGraph.Model;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Neo4j.Schema;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>
/// Where documents say what a relationship says, as arrays of one length on it:
/// <c>papers starts ends articles rules confidences quotes</c>, by the document's id and then by position. So a quote can be asked for in
/// Cypher: <c>MATCH ()-[r:ISSUED]-() WHERE any(q IN r.quotes WHERE …)</c>.
/// </summary>
internal sealed class EvidenceRows
{
    public const string Papers = "papers";
    public const string Starts = "starts";
    public const string Ends = "ends";
    public const string Articles = "articles";
    public const string Rules = "rules";
    public const string Confidences = "confidences";
    public const string Quotes = "quotes";

    /// <summary>The arrays' names, in the order in which they are written.</summary>
    public static readonly IReadOnlyList<string> Columns = [Papers, Starts, Ends, Articles, Rules, Confidences, Quotes];

    private readonly List<EvidenceRow> _rows = [];

    public int Count => _rows.Count;

    /// <summary>The rows of relationships as they were read: seven arrays, or nulls where there are none.</summary>
    public static EvidenceRows Parse(JsonElement arrays)
    {
        var evidence = new EvidenceRows();
        var count = arrays[0].ValueKind == JsonValueKind.Array ? arrays[0].GetArrayLength() : 0;
        for (var i = 0; i < count; i++)
        {
            evidence._rows.Add(
                new(
                    arrays[0][i].GetString()!, // Written below, as texts.
                    arrays[1][i].GetInt32(),
                    arrays[2][i].GetInt32(),
                    arrays[3][i].GetInt32(),
                    arrays[4][i].GetString()!,
                    arrays[5][i].GetDouble(),
                    arrays[6][i].GetString()!
                )
            );
        }

        return evidence;
    }

    public void Remove(string paper) => _rows.RemoveAll(row => row.Paper == paper);

    /// <summary>Adds what one document says, in its place among the others.</summary>
    public void Add(string paper, IReadOnlyList<EvidenceFact> facts, string? text)
    {
        var at = _rows.FindIndex(row => string.CompareOrdinal(row.Paper, paper) > 0);
        _rows.InsertRange(
            at < 0 ? _rows.Count : at,
            facts.Select(fact => new EvidenceRow(
                paper,
                fact.Span?.Start ?? -1,
                fact.Span?.End ?? -1,
                fact.Article,
                fact.Rule,
                fact.Confidence,
                fact.Quote ?? Squeezing.Squeeze(fact.Span!.Value.Of(text!))
            ))
        ); // Without a quote of its own it has a span, and the record a text.
    }

    public void Write(Utf8JsonWriter writer)
    {
        WriteArray(writer, row => writer.WriteStringValue(row.Paper));
        WriteArray(writer, row => writer.WriteNumberValue(row.Start));
        WriteArray(writer, row => writer.WriteNumberValue(row.End));
        WriteArray(writer, row => writer.WriteNumberValue(row.Article));
        WriteArray(writer, row => writer.WriteStringValue(row.Rule));
        WriteArray(writer, row => NeoValues.WriteDouble(writer, row.Confidence));
        WriteArray(writer, row => writer.WriteStringValue(row.Quote));
    }

    /// <summary>The quotes as search looks in them.</summary>
    public void WriteSaid(Utf8JsonWriter writer, ITextFolding folding) =>
        NeoValues.WriteTexts(writer, SearchTexts.Said(_rows.Select(row => row.Quote), folding));

    private void WriteArray(Utf8JsonWriter writer, Action<EvidenceRow> write)
    {
        writer.WriteStartArray();
        _rows.ForEach(write);
        writer.WriteEndArray();
    }

    private readonly record struct EvidenceRow(string Paper, int Start, int End, int Article, string Rule, double Confidence, string Quote);
}
