using System.Runtime.CompilerServices;
using PolicyGraph.Model;
using PolicyGraph.Store.Changes;
using PolicyGraph.Store.Embedded;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Loading;
using PolicyGraph.Store.Neo4j.Query;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Neo4j.Transport;
using PolicyGraph.Store.Queries;
using Polly;
using Polly.Retry;

namespace PolicyGraph.Store.Neo4j;

/// <summary>
/// A graph kept in a Neo4j database. Writers take turns (each transaction begins with the one node that tells the version), so a batch sees
/// what it changes; readers never wait. Any number of programs may use one database.
/// </summary>
public sealed class Neo4jGraphStore : IGraphStore
{
    /// <summary>
    /// A transaction ends with the document that brings it to so many entities, relations and statistics: the server holds it in memory.
    /// </summary>
    private const int BatchRows = 10_000;

    private const int Attempts = 5;
    private const string ExportPage =
        "MATCH (d:Document) WHERE d.id > $after RETURN d.record, d.text, d.sources, d.id ORDER BY d.id LIMIT 64";

    private readonly INeo4jTransport _transport;
    private readonly GraphNames _names;
    private readonly FactMapper _mapper;
    private readonly ResiliencePipeline _retry;
    private readonly WriterTurns _turns;
    private readonly string _counts;

    private Neo4jGraphStore(INeo4jTransport transport, GraphNames names, ResiliencePipeline retry, Action<GraphCommit>? committed)
    {
        _retry = retry;
        _transport = transport;
        _turns = new WriterTurns(committed);
        _names = names;
        _counts = Counts(names.Model);
        _mapper = new FactMapper(names.Model);
    }

    /// <summary>
    /// Opens the graph in a database, making its constraints and indexes where they are missing and bringing a graph of an older version to
    /// this one's.
    /// </summary>
    /// <param name="transport">Belongs to the store from here on, also where opening fails.</param>
    /// <param name="time">The clock of retries.</param>
    /// <param name="cancellation">Of opening.</param>
    /// <param name="committed">Told of every transaction that this store makes; what other programs write to the database it does not
    /// learn. Must be quick, and must not throw.</param>
    /// <param name="folding">Which characters a search takes for the same; full-width forms and capitals without it. What was written under
    /// another folding is found by that one until its papers are taken in anew.</param>
    /// <exception cref="StoreException">The server does not answer, refuses the credentials, or holds a graph of a newer
    /// version.</exception>
    public static async Task<Neo4jGraphStore> OpenAsync(
        INeo4jTransport transport,
        GraphModel model,
        TimeProvider time,
        CancellationToken cancellation,
        Action<GraphCommit>? committed = null,
        ITextFolding? folding = null
    )
    {
        try
        {
            var graph = new GraphNames(model, folding ?? PlainFolding.Instance);
            var retrying = Retrying(time);
            await SchemaSetup.EnsureAsync(transport, graph, retrying, cancellation);
            return new Neo4jGraphStore(transport, graph, retrying, committed);
        }
        catch
        {
            await transport.DisposeAsync();
            throw;
        }
    }

    /// <summary>The most documents of one transaction; what many of them name is written once.</summary>
    internal int DocumentsPerTransaction { get; set; } = 512;

    /// <inheritdoc/>
    public async IAsyncEnumerable<WriteOutcome> WriteAsync(
        IAsyncEnumerable<DocumentRecord> records,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var mapped = records.Select(record => MappedRecord.Of(_mapper, record));
        await foreach (var batch in RecordBatches.Of(mapped, DocumentsPerTransaction, cancellation, one => one.Rows, BatchRows))
        {
            foreach (var outcome in await InTransactionAsync((work, token) => work.PutAsync(batch, token), cancellation))
            {
                yield return outcome;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RemoveAsync(string documentId, CancellationToken cancellation) =>
        await InTransactionAsync((work, token) => work.RemoveAsync(documentId, token), cancellation);

    /// <inheritdoc/>
    public IPreparedQuery Prepare(GraphQuery query) => new CypherQuery(_transport, _retry, _names, query);

    /// <inheritdoc/>
    public async ValueTask<StoreStatus> StatusAsync(CancellationToken cancellation)
    {
        var nodes = _names.AllNodes.ToDictionary(type => type.Label, _ => 0L);
        var edges = _names.Model.EdgeTypes.Values.ToDictionary(type => type.Name, _ => 0L);
        using var answer = await _transport.RunAsync(new Statement(_counts, null, IsRead: true), cancellation);
        foreach (var row in answer.Rows.EnumerateArray())
        {
            (row[0].GetBoolean() ? nodes : edges)[row[1].GetString()!] = row[2].GetInt64(); // As the statement gives them.
        }

        return new StoreStatus(_transport.Address.ToString(), nodes[Labels.Document], nodes, edges, []);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<DocumentRecord> ExportAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var after = ""; ; )
        {
            var place = after;
            var asked = new Statement(ExportPage, writer => writer.WriteString("after", place), IsRead: true);
            using var page = await _retry.ExecuteAsync(token => _transport.RunAsync(asked, token), cancellation);
            foreach (var row in page.Rows.EnumerateArray())
            {
                after = row[3].GetString()!; // An id.
                var record = DocumentReader.Record(row);
                foreach (var source in row[2].EnumerateArray().Select(one => one.GetString()).DefaultIfEmpty())
                {
                    yield return record with
                    {
                        Document = record.Document with { Source = source },
                    };
                }
            }

            if (page.Rows.GetArrayLength() == 0)
            {
                yield break;
            }
        }
    }

    public ValueTask DisposeAsync() => _transport.DisposeAsync();

    /// <summary>
    /// Does some work in one transaction, anew where Neo4j says that it may succeed then. What an attempt did whose commit was not answered
    /// is not done again where it is in force.
    /// </summary>
    private async Task<T> InTransactionAsync<T>(Func<WriteBatch, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        (string Mark, T Result)? attempted = null;
        return await _retry.ExecuteAsync(
            async token =>
            {
                await using var transaction = await _transport.BeginAsync(token);
                var turn = await _turns.TakeAsync(transaction, token);
                if (attempted is { } before && turn.Before.Contains(before.Mark))
                {
                    return before.Result;
                }

                var batch = new WriteBatch(transaction, _mapper, _names);
                var result = await work(batch, token);
                attempted = (turn.Mark, result);
                await _turns.CommitAsync(turn, transaction, batch.Changes, token);
                return result;
            },
            cancellation
        );
    }

    private static ResiliencePipeline Retrying(TimeProvider time) =>
        new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(
                new RetryStrategyOptions
                {
                    ShouldHandle = new PredicateBuilder().Handle<StoreException>(error => error.IsTransient),
                    MaxRetryAttempts = Attempts,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = TimeSpan.FromMilliseconds(100),
                }
            )
            .Build();

    /// <summary>One statement that reads all counts, each from where Neo4j keeps it.</summary>
    private static string Counts(GraphModel model) =>
        string.Join(
            " UNION ALL ",
            [
                .. model.NodeTypes.Keys.Select(label => $"MATCH (n:{label}) RETURN true AS isNode, '{label}' AS name, count(n) AS count"),
                .. model.EdgeTypes.Keys.Select(type =>
                    $"MATCH ()-[r:{type}]->() RETURN false AS isNode, '{type}' AS name, count(r) AS count"
                ),
            ]
        );
}
