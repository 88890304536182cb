using System.Buffers;
using System.Text;
using PolicyGraph.Model;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Conformance;

/// <summary>Short ways to say queries and to get their answers as text.</summary>
public static class Ask
{
    public static async Task<string> AnswerAsync(this IGraphStore store, Root root, params object?[] values)
    {
        var output = new ArrayBufferWriter<byte>();
        await store.Prepare(new GraphQuery(root)).WriteAsync(new Parameters(values), output, CancellationToken.None);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static async Task<List<WriteOutcome>> PutAsync(this IGraphStore store, params DocumentRecord[] records)
    {
        var outcomes = new List<WriteOutcome>();
        await foreach (var outcome in store.WriteAsync(records.ToAsyncEnumerable(), CancellationToken.None))
        {
            outcomes.Add(outcome);
        }

        return outcomes;
    }

    public static OutputKey Key(string name) => new(name);

    public static PropertyField Of(string property) => new(Key(property), property);

    public static Shape Shape(params OutputField[] fields) => new(fields);

    public static Step Out(string type, params string[] target) => new([type], Direction.Out, target);

    public static Step In(string type, params string[] target) => new([type], Direction.In, target);

    /// <summary>A connection whose page takes its four values from slots 0 to 3: first, after, last, before.</summary>
    public static Connection List(params ConnectionField[] fields) => new(null, null, [], new Page(new(0), new(1), new(2), new(3)), fields);

    public static NodesField Nodes(params OutputField[] fields) => new(Key("nodes"), Shape(fields));
}
