using System.Text.Json;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>A query as one statement, for all requests whose values lead to the same text. Answers one request at a time.</summary>
internal sealed class CypherPlan
{
    private readonly StatementBuilder _builder;
    private readonly Part? _part;

    /// <param name="values">The request that it is made for; null to make it as if every condition held.</param>
    public CypherPlan(GraphNames names, Root root, Parameters? values)
    {
        _builder = new StatementBuilder(names, values);
        _part = new RootCompiler(_builder).Compile(root);
        Text = _part is { } whole ? StatementText.Compact(whole.Text) : null;
    }

    /// <summary>The statement; null where the answer is null without asking.</summary>
    public string? Text { get; }

    public bool Serves(Parameters values) => _builder.Serves(values);

    /// <summary>Takes on a request.</summary>
    public void Begin(Parameters values) => _builder.Values = values;

    public void WriteParameters(Utf8JsonWriter writer) => _builder.WriteParameters(writer);

    /// <summary>Turns the rows into the answer.</summary>
    public void WriteAnswer(Utf8JsonWriter writer, JsonElement rows) => _part?.Write(writer, rows);
}
