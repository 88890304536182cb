using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Neo4j.Transport;
using PolicyGraph.Store.Queries;
using Polly;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>
/// A query that is one statement. Its text is made once for each form that values give it, and Neo4j keeps the plan by the text.
/// </summary>
internal sealed class CypherQuery(INeo4jTransport transport, ResiliencePipeline retry, GraphNames names, GraphQuery query) : IPreparedQuery
{
    private static readonly JsonWriterOptions Spelling = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly PlanCache _plans = new(names, query.Root);

    public async ValueTask WriteAsync(Parameters parameters, IBufferWriter<byte> output, CancellationToken cancellation)
    {
        var plan = _plans.Rent(parameters);
        await using var writer = new Utf8JsonWriter(output, Spelling);
        if (plan.Text is not { } text)
        {
            writer.WriteNullValue();
        }
        else
        {
            var statement = new Statement(text, plan.WriteParameters, IsRead: true);
            using var answer = await retry.ExecuteAsync(token => transport.RunAsync(statement, token), cancellation);
            plan.WriteAnswer(writer, answer.Rows);
        }

        _plans.Return(plan);
    }

    public QueryExplanation Explain(Parameters parameters)
    {
        var plan = _plans.Rent(parameters);
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, Spelling))
        {
            writer.WriteStartObject();
            plan.WriteParameters(writer);
            writer.WriteEndObject();
        }

        _plans.Return(plan);
        return new QueryExplanation(plan.Text ?? "nothing to ask", output.WrittenMemory);
    }
}
