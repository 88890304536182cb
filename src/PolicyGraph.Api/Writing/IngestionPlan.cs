using PolicyGraph.Api.Planning;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.Model;
using PolicyGraph.Store;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Api.Writing;

/// <summary>Takes one paper in, then asks the store for the paper if the operation wants to see it.</summary>
internal sealed class IngestionPlan : IRootFieldPlan
{
    private readonly FieldSelection _field;
    private readonly IGraphStore _store;
    private readonly ApiAccess _access;
    private readonly IncomingPaper _paper;
    private readonly Dictionary<FieldSelection, (IPreparedQuery Query, Slots Slots, Slot Id)> _documents = [];

    public IngestionPlan(FieldSelection field, MutationPlanner root, IncomingPaper paper)
    {
        (_field, _store, _access, _paper) = (field, root.Store, root.Access, paper);
        foreach (var selection in field.Selections.Where(selection => selection.Definition.Name == "document"))
        {
            var planner = new Planner(root.Mapping);
            var id = planner.Slots.Constant(null);
            var query = new GraphQuery(new NodeRoot(root.Mapping.LabelsOf(selection.Definition.Type.Definition), new ById(id), planner.Shapes.Plan(selection)));
            _documents.Add(selection, (_store.Prepare(query), planner.Slots, id));
        }
    }

    public async ValueTask WriteAsync(OperationContext context, CancellationToken cancellation)
    {
        _access.DemandWriting(context.Host);
        try
        {
            var outcome = await TakeInAsync(await _paper.ReadAsync(context.Values, cancellation), cancellation);
            await SelectionOutput.WriteObjectAsync(context, _field, selection => WriteAsync(context, selection, outcome, cancellation));
        }
        catch (StoreException failure)
        {
            throw StoreFailures.Tell(failure);
        }
    }

    public string Explain(OperationValues values) => "Reads the paper, writes it as one transaction, asks for it by id.";

    private async ValueTask<WriteOutcome> TakeInAsync(DocumentRecord record, CancellationToken cancellation)
    {
        await foreach (var outcome in _store.WriteAsync(new[] { record }.ToAsyncEnumerable(), cancellation))
        {
            return outcome.Refusal is null ? outcome : throw StoreValues.Refuse(outcome.Refusal);
        }

        throw new InvalidOperationException("The store has acknowledged nothing.");
    }

    private async ValueTask WriteAsync(OperationContext context, FieldSelection selection, WriteOutcome outcome, CancellationToken cancellation)
    {
        switch (selection.Definition.Name)
        {
            case "id": context.Output.WriteString(outcome.DocumentId); break;
            case "effect": context.Output.WriteString(Word(outcome.Effect)); break;
            case "replaced" when outcome.Replaced is { } replaced: context.Output.WriteString(replaced); break;
            case "replaced": context.Output.WriteNull(); break;
            default:
                var (query, slots, id) = _documents[selection];
                await query.WriteAsync(slots.Bind(context.Values, id, outcome.DocumentId), context.Output, cancellation);
                break;
        }
    }

    private static string Word(WriteEffect effect) => effect switch
    {
        WriteEffect.Added => "added",
        WriteEffect.Replaced => "replaced",
        WriteEffect.SourceAdded => "source_added",
        _ => "unchanged",
    };
}
