using System.Security.Cryptography;
using System.Text;
using PolicyGraph.Store.Neo4j.Transport;
using Polly;

namespace PolicyGraph.Store.Neo4j.Schema;

/// <summary>Brings a database to this version's constraints, indexes and form when the store is opened.</summary>
internal static class SchemaSetup
{
    private const string ReadVersion =
        $"MATCH (m:{Neo4jSchema.MetaLabel} {{one: 1}}) RETURN coalesce(m.version, 1), m.statements, m.{Neo4jSchema.Place}";
    private const string WriteVersion =
        $"MERGE (m:{Neo4jSchema.MetaLabel} {{one: 1}}) SET m.version = $version, m.statements = $statements";

    /// <summary>Indexes of earlier versions that nothing asks any more.</summary>
    private static readonly string[] Retired = ["entity_names", "entity_search"];

    /// <exception cref="StoreException"><see cref="StoreErrorCode.Unsupported"/>: the graph there is of a newer version.</exception>
    /// <param name="retry">For what another program that opens the same database at the same time is in the way of.</param>
    public static async Task EnsureAsync(
        INeo4jTransport transport,
        GraphNames names,
        ResiliencePipeline retry,
        CancellationToken cancellation
    )
    {
        await ServerVersion.CheckAsync(transport, cancellation);
        var statements = Neo4jSchema.Statements(names.Model);
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', statements))));
        var (version, marked, isMigrating) = await ReadAsync(transport, cancellation);
        if (version > Neo4jSchema.Version)
        {
            throw new StoreException(
                StoreErrorCode.Unsupported,
                $"The graph in {transport.Address} is of version {version}; this program knows {Neo4jSchema.Version}. Use a newer policygraph, or another database."
            );
        }

        if (version != Neo4jSchema.Version || marked != mark)
        {
            await MakeAsync(transport, statements, retry, cancellation);
        }

        if (version < Neo4jSchema.Version || isMigrating)
        {
            await MigrateAsync(transport, new Migration(transport, names), isMigrating, cancellation);
        }

        if (version != Neo4jSchema.Version || marked != mark)
        {
            var note = new Statement(
                WriteVersion,
                writer =>
                {
                    writer.WriteNumber("version", Neo4jSchema.Version);
                    writer.WriteString("statements", mark);
                },
                IsRead: false
            );
            await retry.ExecuteAsync(async token => await RunAsync(transport, note, token), cancellation);
        }
    }

    /// <summary>The version of the graph that is there; of none this one's without a mark.</summary>
    private static async Task<(int Version, string? Marked, bool IsMigrating)> ReadAsync(
        INeo4jTransport transport,
        CancellationToken cancellation
    )
    {
        using var answer = await transport.RunAsync(new Statement(ReadVersion, null, IsRead: true), cancellation);
        return answer.Rows.GetArrayLength() == 0
            ? (Neo4jSchema.Version, null, false)
            : (answer.Rows[0][0].GetInt32(), answer.Rows[0][1].GetString(), answer.Rows[0][2].GetString() is not null);
    }

    private static async Task MakeAsync(
        INeo4jTransport transport,
        IReadOnlyList<string> statements,
        ResiliencePipeline retry,
        CancellationToken cancellation
    )
    {
        foreach (
            var statement in statements.Concat(Retired.Select(name => $"DROP INDEX {name} IF EXISTS")).Append("CALL db.awaitIndexes(60)")
        )
        {
            await retry.ExecuteAsync(
                async token => await RunAsync(transport, new Statement(statement, null, IsRead: false), token),
                cancellation
            );
        }
    }

    private static async Task MigrateAsync(INeo4jTransport transport, Migration migration, bool isMigrating, CancellationToken cancellation)
    {
        if (!isMigrating)
        {
            await migration.BeginAsync(cancellation);
        }

        await migration.RunAsync(cancellation);
        await RunAsync(
            transport,
            new Statement("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()", null, IsRead: false),
            cancellation
        );
    }

    private static async Task RunAsync(INeo4jTransport transport, Statement statement, CancellationToken cancellation)
    {
        using var answer = await transport.RunAsync(statement, cancellation);
    }
}
