using PolicyGraph.Api.Planning;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Subscriptions;
using PolicyGraph.Store.Changes;

namespace PolicyGraph.Api.Watching;

/// <summary><c>changed</c>: an event for each transaction that touched what was asked for.</summary>
internal sealed class ChangedPlan(FieldSelection field, Broadcast<GraphCommit> commits) : ISubscriptionPlan
{
    public IAsyncEnumerable<object> Subscribe(OperationContext context, CancellationToken cancellation)
    {
        var types = Watched.Types(field, context.Values);
        return commits.Subscribe(cancellation).Select(commit => Event(commit, types)).Where(change => change.Types.Count > 0);
    }

    public ValueTask WriteAsync(OperationContext context, CancellationToken cancellation)
    {
        var change = (Change)context.Event!; // As Subscribe gives it.
        SelectionOutput.WriteObject(
            context,
            field,
            selection =>
                SelectionOutput.WriteTexts(
                    context.Output,
                    selection.Definition.Name switch
                    {
                        "types" => change.Types,
                        "ingested" => change.Ingested,
                        _ => change.Removed,
                    }
                )
        );
        return ValueTask.CompletedTask;
    }

    public string Explain(OperationValues values) => "Waits for transactions.";

    private static Change Event(GraphCommit commit, IReadOnlySet<string>? types)
    {
        var touching = commit
            .Documents.Select(document =>
                (Document: document, Labels: document.Labels().Where(label => types?.Contains(label) ?? true).ToList())
            )
            .Where(one => one.Labels.Count > 0)
            .ToList();
        return new Change(
            [.. touching.SelectMany(one => one.Labels).Distinct().Order(StringComparer.Ordinal)],
            [.. touching.Where(one => one.Document.TakenIn is not null).Select(one => one.Document.DocumentId)],
            [.. touching.Where(one => one.Document.TakenIn is null).Select(one => one.Document.DocumentId)]
        );
    }

    private sealed record Change(IReadOnlyList<string> Types, IReadOnlyList<string> Ingested, IReadOnlyList<string> Removed);
}
