using System.Buffers;
using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Embedded.Searching;
using PolicyGraph.Store.Embedded.Writing;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>One query being answered: the version of the graph that it sees, its values, its output, and the rows it holds on to.</summary>
internal sealed class Execution
{
    private int _steps;

    public GraphVersion Graph { get; private set; } = null!; // Set by Begin before any operator runs.

    public Parameters Parameters { get; private set; }

    /// <summary>What <see cref="ShapeWriter{TRow}.Fetch"/> last returned.</summary>
    public int Fetched { get; set; }

    public CancellationToken Cancellation { get; private set; }

    public JsonOutput Out { get; } = new();

    /// <summary>Rows of the lists that are being written, the innermost on top.</summary>
    public RowStack Rows { get; } = new();

    /// <summary>Of a search: what was found, by node.</summary>
    public Dictionary<int, SearchHit> Hits { get; set; } = [];

    public void Begin(GraphVersion graph, Parameters parameters, IBufferWriter<byte> output, CancellationToken cancellation)
    {
        Graph = graph;
        Parameters = parameters;
        Cancellation = cancellation;
        Out.Begin(output);
    }

    public void End(bool isComplete)
    {
        Out.End(isComplete);
        Rows.Clear();
        Graph = null!; // The version must not be kept alive by an execution that waits for its next query.
    }

    /// <summary>To be called in loops that may be long: looks now and then whether the caller is still there.</summary>
    public void Tick()
    {
        if ((++_steps & 0xfff) == 0)
        {
            Cancellation.ThrowIfCancellationRequested();
        }
    }
}
