using System.Buffers;
using System.Collections.Concurrent;
using PolicyGraph.Store.Embedded.Operators;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded;

/// <summary>
/// A query compiled to operators. It answers on the caller's thread, without waiting for anything but, for quotes and texts, the disk.
/// </summary>
internal sealed class PreparedQuery(EmbeddedGraphStore store, GraphQuery query) : IPreparedQuery
{
    private static readonly ConcurrentBag<Execution> Idle = [];

    private readonly RootOperator _root = RootCompiler.Compile(store.Current.Kinds, query.Root);

    public ValueTask WriteAsync(Parameters parameters, IBufferWriter<byte> output, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var run = Idle.TryTake(out var idle) ? idle : new Execution();
        run.Begin(store.Current, parameters, output, cancellation);
        var isComplete = false;
        try
        {
            _root.Write(run);
            isComplete = true;
        }
        finally
        {
            run.End(isComplete);
            Idle.Add(run);
        }

        return ValueTask.CompletedTask;
    }

    public QueryExplanation Explain(Parameters parameters) => new(_root.Explain(), default);
}
