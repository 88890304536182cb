using System.Security.Cryptography;
using System.Text;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Store.Neo4j.Schema;

/// <summary>Brings a database to this version's constraints and indexes when the store is opened.</summary>
internal static class SchemaSetup
{
    private const string ReadVersion = $"MATCH (m:{Neo4jSchema.MetaLabel} {{one: 1}}) RETURN m.version, m.statements";
    private const string WriteVersion = $"MERGE (m:{Neo4jSchema.MetaLabel} {{one: 1}}) SET m.version = $version, m.statements = $statements";

    /// <exception cref="StoreException"><see cref="StoreErrorCode.Unsupported"/>: the graph there is of a newer version.</exception>
    public static async Task EnsureAsync(INeo4jTransport transport, GraphModel model, CancellationToken cancellation)
    {
        var statements = Neo4jSchema.Statements(model);
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', statements))));
        if (await IsThereAsync(transport, mark, cancellation))
        {
            return;
        }

        foreach (var statement in statements)
        {
            await RunAsync(transport, new Statement(statement, null, IsRead: false), cancellation);
        }

        await RunAsync(transport, new Statement("CALL db.awaitIndexes(60)", null, IsRead: false), cancellation);
        await RunAsync(
            transport,
            new Statement(WriteVersion, writer =>
            {
                writer.WriteNumber("version", Neo4jSchema.Version);
                writer.WriteString("statements", mark);
            }, IsRead: false),
            cancellation);
    }

    private static async Task<bool> IsThereAsync(INeo4jTransport transport, string mark, CancellationToken cancellation)
    {
        using var answer = await transport.RunAsync(new Statement(ReadVersion, null, IsRead: true), cancellation);
        if (answer.Rows.GetArrayLength() == 0)
        {
            return false;
        }

        var version = answer.Rows[0][0].GetInt32();
        return version <= Neo4jSchema.Version
            ? version == Neo4jSchema.Version && answer.Rows[0][1].GetString() == mark
            : throw new StoreException(
                StoreErrorCode.Unsupported,
                $"The graph in {transport.Address} is of version {version}; this program knows {Neo4jSchema.Version}. Use a newer policygraph, or another database.");
    }

    private static async Task RunAsync(INeo4jTransport transport, Statement statement, CancellationToken cancellation)
    {
        using var answer = await transport.RunAsync(statement, cancellation);
    }
}
