using PolicyGraph.Model;
using PolicyGraph.Store.Graph;

namespace PolicyGraph.Store.Facts;

/// <summary>
/// Turns a document's record into what it adds to the graph. The one place that knows both: driven by the model's property fields, so that
/// a property added to the schema is read from records without another line. The same record always gives the same facts. Safe for any
/// number of callers at once.
/// </summary>
public sealed class FactMapper(GraphModel model)
{
    private readonly NodeIds _ids = new();

    /// <summary>The facts of <paramref name="record"/>.</summary>
    /// <exception cref="StoreException"><see cref="StoreErrorCode.BadRecord"/>: the record contradicts the ontology; the message names the
    /// row.</exception>
    public DocumentFacts Map(DocumentRecord record) => Map(record, Identity.Document(record));

    /// <summary>The facts of a record whose document's identity is known already.</summary>
    internal DocumentFacts Map(DocumentRecord record, ulong document) => Map(record, new NodeId(Labels.Document, document));

    private DocumentFacts Map(DocumentRecord record, NodeId document)
    {
        var finder = new EvidenceFinder(record);
        var collector = new FactCollector(model, _ids, record);
        DocumentReading.Add(collector, document, record);
        var entities = new EntityReading(collector, finder, document).Add(record.Entities);
        new RelationReading(collector, finder, entities).Add(record.Relations);
        new StatisticReading(collector, finder, entities, document).Add(record.Statistics);
        return collector.Facts(document, [.. record.Articles.Zip(finder.Articles, (article, span) => article with { Span = span })]);
    }
}
