using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Neo4j.Transport;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>A query that is one statement. Its text is put together for each request, which takes less than a tenth of sending it; Neo4j keeps the plan by the text.</summary>
internal sealed class CypherQuery : IPreparedQuery
{
    private static readonly JsonWriterOptions Spelling = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly INeo4jTransport transport;
    private readonly GraphNames names;
    private readonly GraphQuery query;
    private readonly string explanation;

    public CypherQuery(INeo4jTransport transport, GraphNames names, GraphQuery query)
    {
        this.transport = transport;
        this.names = names;
        this.query = query;
        explanation = new RootCompiler(new StatementBuilder(names, null)).Compile(query.Root)?.Text ?? "nothing to ask";
    }

    public async ValueTask WriteAsync(Parameters parameters, IBufferWriter<byte> output, CancellationToken cancellation)
    {
        var builder = new StatementBuilder(names, parameters);
        await using var writer = new Utf8JsonWriter(output, Spelling);
        if (new RootCompiler(builder).Compile(query.Root) is not { } part)
        {
            writer.WriteNullValue();
            return;
        }

        using var answer = await transport.RunAsync(new Statement(part.Text, builder.WriteParameters, IsRead: true), cancellation);
        part.Write(writer, answer.Rows);
    }

    public string Explain() => explanation;
}
