using System.Text.Json;
using PolicyGraph.Model;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>Reads documents back from their nodes.</summary>
internal sealed class DocumentReader(INeo4jTransaction transaction)
{
    private const string FindById = "MATCH (d:Document) WHERE d.id IN $ids RETURN d.id, d.fingerprint, d.sources";

    private const string Find =
        FindById
        + $" UNION CALL db.index.fulltext.queryNodes('{Neo4jSchema.SourceIndex}', $query) YIELD node AS d WITH d WHERE any(s IN d.sources WHERE s IN $sources) RETURN d.id, d.fingerprint, d.sources";

    private const string Read = "MATCH (d:Document {id: $id}) RETURN d.record, d.text";

    /// <summary>The documents with some ids or from some sources.</summary>
    public async Task<IReadOnlyList<StoredDocument>> FindAsync(
        IReadOnlyList<string> ids,
        IReadOnlyList<string> sources,
        CancellationToken cancellation
    )
    {
        var statement = new Statement(
            sources.Count == 0 ? FindById : Find,
            writer =>
            {
                NeoValues.WriteTexts(writer, "ids", ids);
                if (sources.Count > 0)
                {
                    NeoValues.WriteTexts(writer, "sources", sources);
                    writer.WriteString("query", FullText.AnyOf(sources));
                }
            },
            IsRead: false
        );
        using var answer = await transaction.RunAsync(statement, cancellation);
        return
        [
            .. answer
                .Rows.EnumerateArray()
                .Select(row => new StoredDocument(
                    row[0].GetString()!,
                    row[1].GetString()!,
                    [.. row[2].EnumerateArray().Select(text => text.GetString()!)],
                    null,
                    Writing.Nothing
                )),
        ]; // Written by this store, as texts.
    }

    /// <summary>The record of a document that is there.</summary>
    public async Task<DocumentRecord> ReadAsync(string id, CancellationToken cancellation)
    {
        using var answer = await transaction.RunAsync(
            new Statement(Read, writer => writer.WriteString("id", id), IsRead: false),
            cancellation
        );
        return Record(answer.Rows[0]);
    }

    /// <summary>The record in a row of <c>record</c> and <c>text</c>.</summary>
    public static DocumentRecord Record(JsonElement row) => StoredDocument.Read(row[0].GetString()!, row[1].GetString()); // Every document has a record.
}
