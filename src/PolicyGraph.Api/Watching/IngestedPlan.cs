using PolicyGraph.Api.Planning;
using PolicyGraph.Api.Writing;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Subscriptions;
using PolicyGraph.GraphQL.TypeSystem;
using PolicyGraph.Store;
using PolicyGraph.Store.Changes;
using PolicyGraph.Store.Facts;

namespace PolicyGraph.Api.Watching;

/// <summary><c>documentIngested</c>: an event for each paper that was taken in, of those that were asked for.</summary>
internal sealed class IngestedPlan(FieldSelection field, SubscriptionPlanner root, Broadcast<GraphCommit> commits) : ISubscriptionPlan
{
    private readonly IngestionOutput _output = new(field, root.Mapping, root.Store);

    public IAsyncEnumerable<object> Subscribe(OperationContext context, CancellationToken cancellation)
    {
        var types = Watched.Types(field, context.Values);
        var nodes = Nodes(context.Values);
        return commits
            .Subscribe(cancellation)
            .SelectMany(commit => commit.Documents)
            .Where(change =>
                change.TakenIn is not null && (types is null || types.Overlaps(change.Labels())) && (nodes is null || change.Touches(nodes))
            );
    }

    public async ValueTask WriteAsync(OperationContext context, CancellationToken cancellation)
    {
        try
        {
            await _output.WriteAsync(context, ((DocumentChange)context.Event!).TakenIn!.Value, cancellation); // Subscribe lets no other through.
        }
        catch (StoreException failure)
        {
            throw StoreFailures.Tell(failure);
        }
    }

    public string Explain(OperationValues values) => "Waits for papers, asks for each by its id.";

    /// <summary>The things that papers must name; null for any.</summary>
    private HashSet<NodeId>? Nodes(OperationValues values)
    {
        var ids = field.Argument("naming")?.Evaluate(values) ?? InputValue.Null;
        return ids.IsNull ? null : [.. ids.AsList().Select(id => Node(id.AsString()))];
    }

    private NodeId Node(string id) =>
        NodeId.TryParse(id, out var prefix, out var hash) && root.Mapping.LabelOfId(prefix) is { } label
            ? new NodeId(label, hash)
            : throw StoreValues.Refuse($"`naming` takes ids, as in any `id` field; \"{id}\" is none.");
}
