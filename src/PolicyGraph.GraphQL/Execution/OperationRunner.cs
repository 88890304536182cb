using PolicyGraph.GraphQL.Diagnostics;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>
/// Runs a plan: root fields one after another, each writing its value into the response. Specification sections 6.2.1, 6.2.2 and 6.4.4,
/// "Handling Execution Errors".
/// </summary>
internal static class OperationRunner
{
    /// <summary>
    /// Writes the value of <c>data</c>. Synchronous as long as the plans are.
    /// </summary>
    /// <exception cref="OperationCanceledException">The time is up, or the client is gone.</exception>
    public static ValueTask RunAsync(OperationPlan plan, OperationContext context, CancellationToken cancellation)
    {
        var start = context.Output.Length;
        context.Output.Write((byte)'{');
        return RunFrom(plan, 0, start, context, cancellation);
    }

    private static ValueTask RunFrom(OperationPlan plan, int index, int start, OperationContext context, CancellationToken cancellation)
    {
        for (; index < plan.Fields.Count; index++)
        {
            var field = plan.Fields[index];
            if (!field.Selection.IsIncluded(context.Values))
            {
                continue;
            }

            var valueStart = WriteKey(field.Selection, start, context.Output);
            try
            {
                var pending = WriteAsync(field, context, cancellation);
                if (!pending.IsCompletedSuccessfully)
                {
                    return Await(pending, plan, index, start, valueStart, context, cancellation);
                }

                pending.GetAwaiter().GetResult();
                context.Output.CheckLimit();
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                if (!Recover(field.Selection, failure, valueStart, context))
                {
                    return Nothing(start, context);
                }
            }
        }

        context.Output.Write((byte)'}');
        return ValueTask.CompletedTask;
    }

    private static ValueTask WriteAsync(PlannedField field, OperationContext context, CancellationToken cancellation) =>
        Stage.IsWatched ? WriteWatched(field, context, cancellation) : field.Plan.WriteAsync(context, cancellation);

    private static async ValueTask WriteWatched(PlannedField field, OperationContext context, CancellationToken cancellation)
    {
        using var stage = Stage.Begin("store").Of(field.Selection.ResponseKey);
        await field.Plan.WriteAsync(context, cancellation);
    }

    private static async ValueTask Await(
        ValueTask pending,
        OperationPlan plan,
        int index,
        int start,
        int valueStart,
        OperationContext context,
        CancellationToken cancellation
    )
    {
        try
        {
            await pending;
            context.Output.CheckLimit();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            if (!Recover(plan.Fields[index].Selection, failure, valueStart, context))
            {
                await Nothing(start, context);
                return;
            }
        }

        await RunFrom(plan, index + 1, start, context, cancellation);
    }

    private static int WriteKey(FieldSelection selection, int start, PooledBuffer output)
    {
        if (output.Length > start + 1)
        {
            output.Write((byte)',');
        }

        output.Write(selection.EncodedKey.Span);
        return output.Length;
    }

    /// <summary>Reports the failure and puts null in its place; false where the field must not be null.</summary>
    private static bool Recover(FieldSelection selection, Exception failure, int valueStart, OperationContext context)
    {
        context.Output.Truncate(valueStart);
        context.ReportFailure(failure, selection, [selection.ResponseKey]);
        context.Output.WriteNull();
        return !selection.Definition.Type.IsNonNull;
    }

    private static ValueTask Nothing(int start, OperationContext context)
    {
        context.Output.Truncate(start);
        context.Output.WriteNull();
        return ValueTask.CompletedTask;
    }
}
