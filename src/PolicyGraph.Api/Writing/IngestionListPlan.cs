using PolicyGraph.Api.Planning;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.TypeSystem;
using PolicyGraph.Store;

namespace PolicyGraph.Api.Writing;

/// <summary>Takes several files in, each by itself, and tells of each what came of it or why nothing did.</summary>
internal sealed class IngestionListPlan : IRootFieldPlan
{
    private readonly FieldSelection _field;
    private readonly MutationPlanner _root;
    private readonly Dictionary<FieldSelection, IngestionOutput> _ingestions;

    public IngestionListPlan(FieldSelection field, MutationPlanner root)
    {
        (_field, _root) = (field, root);
        _ingestions = field
            .Selections.Where(selection => selection.Definition.Name == "ingestion")
            .ToDictionary(selection => selection, selection => new IngestionOutput(selection, root.Mapping, root.Store));
    }

    public async ValueTask WriteAsync(OperationContext context, CancellationToken cancellation)
    {
        var writer = _root.Access.DemandWriting(context.Host);
        var reader = _root.Reader ?? throw PaperArgument.NoReader();
        await Task.Yield(); // Off the thread that reads requests, as for one paper.
        var separator = (byte)'[';
        foreach (var file in _field.Arguments["files"].Evaluate(context.Values).AsList().Select(file => file.AsUpload()))
        {
            var (outcome, failure) = await TakeInAsync(writer, reader, file, cancellation);
            context.Output.Write(separator);
            separator = (byte)',';
            await SelectionOutput.WriteObjectAsync(
                context,
                _field,
                selection => WriteAsync(context, selection, file, outcome, failure, cancellation)
            );
        }

        context.Output.Write(separator == (byte)'[' ? "[]"u8 : "]"u8);
    }

    public string Explain(OperationValues values) => "Reads each file, writes it as one transaction, asks for it by id.";

    /// <summary>What came of a file, or why nothing did.</summary>
    private async ValueTask<(WriteOutcome? Outcome, string? Failure)> TakeInAsync(
        string writer,
        IPaperReader reader,
        UploadedFile file,
        CancellationToken cancellation
    )
    {
        try
        {
            var reading = await reader.ReadAsync(file.Name, file.Bytes, cancellation);
            if (reading.Record is not { } record)
            {
                return (null, reading.Failure ?? "It cannot be read.");
            }

            var outcome = await _root.TakeInAsync(writer, record, cancellation);
            return outcome.Refusal is { } refusal ? (null, refusal) : (outcome, null);
        }
        catch (StoreException failure)
        {
            return (null, failure.Message);
        }
    }

    private async ValueTask WriteAsync(
        OperationContext context,
        FieldSelection selection,
        UploadedFile file,
        WriteOutcome? outcome,
        string? failure,
        CancellationToken cancellation
    )
    {
        switch (selection.Definition.Name)
        {
            case "source":
                context.Output.WriteString(file.Name);
                break;
            case "ingestion" when outcome is { } taken:
                await _ingestions[selection].WriteAsync(context, taken, cancellation);
                break;
            case "failure" when failure is not null:
                context.Output.WriteString(failure);
                break;
            default:
                context.Output.WriteNull();
                break;
        }
    }
}
