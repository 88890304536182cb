using PolicyGraph.Api.Planning;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.Store;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Api.Writing;

/// <summary>Writes an <c>Ingestion</c>, asking the store for the paper where the operation wants to see it.</summary>
internal sealed class IngestionOutput
{
    private readonly FieldSelection _field;
    private readonly Dictionary<FieldSelection, (IPreparedQuery Query, Slots Slots, Slot Id)> _documents = [];

    public IngestionOutput(FieldSelection field, Mapping mapping, IGraphStore store)
    {
        _field = field;
        foreach (var selection in field.Selections.Where(selection => selection.Definition.Name == "document"))
        {
            var planner = new Planner(mapping);
            var id = planner.Slots.Constant(null);
            var query = new GraphQuery(
                new NodeRoot(mapping.LabelsOf(selection.Definition.Type.Definition), new ById(id), planner.Shapes.Plan(selection))
            );
            _documents.Add(selection, (store.Prepare(query), planner.Slots, id));
        }
    }

    /// <exception cref="StoreException">The paper cannot be asked for.</exception>
    public ValueTask WriteAsync(OperationContext context, WriteOutcome outcome, CancellationToken cancellation) =>
        SelectionOutput.WriteObjectAsync(context, _field, selection => WriteAsync(context, selection, outcome, cancellation));

    private async ValueTask WriteAsync(
        OperationContext context,
        FieldSelection selection,
        WriteOutcome outcome,
        CancellationToken cancellation
    )
    {
        switch (selection.Definition.Name)
        {
            case "id":
                context.Output.WriteString(outcome.DocumentId);
                break;
            case "effect":
                context.Output.WriteString(Word(outcome.Effect));
                break;
            case "replaced" when outcome.Replaced is { } replaced:
                context.Output.WriteString(replaced);
                break;
            case "replaced":
                context.Output.WriteNull();
                break;
            default:
                var (query, slots, id) = _documents[selection];
                await query.WriteAsync(slots.Bind(context.Values, id, outcome.DocumentId), context.Output, cancellation);
                break;
        }
    }

    private static string Word(WriteEffect effect) =>
        effect switch
        {
            WriteEffect.Added => "added",
            WriteEffect.Replaced => "replaced",
            WriteEffect.SourceAdded => "source_added",
            _ => "unchanged",
        };
}
