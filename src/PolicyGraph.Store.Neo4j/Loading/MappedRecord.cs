using PolicyGraph.Model;
using PolicyGraph.Store.Facts;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>A record on its way in, with what the graph gets of it.</summary>
/// <param name="Facts">Null where it contradicts the ontology.</param>
/// <param name="Refusal">What is answered then.</param>
internal sealed record MappedRecord(DocumentRecord Record, DocumentFacts? Facts, WriteOutcome Refusal)
{
    /// <summary>As <see cref="StoredDocument.Fingerprint"/>.</summary>
    public string Fingerprint { get; } = StoredDocument.FingerprintOf(Record);

    /// <summary>About how many rows it comes to.</summary>
    public int Rows => 1 + Record.Entities.Count + Record.Relations.Count + Record.Statistics.Count;

    public static MappedRecord Of(FactMapper mapper, DocumentRecord record)
    {
        try
        {
            return new MappedRecord(record, mapper.Map(record), default);
        }
        catch (StoreException bad) when (bad.Code == StoreErrorCode.BadRecord)
        {
            return new MappedRecord(record, null, WriteOutcome.Refused(record, bad));
        }
    }
}
