using System.Globalization;
using PolicyGraph.GraphQL.Cost;
using PolicyGraph.GraphQL.Diagnostics;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>An admitted operation from its plan to its whole response.</summary>
internal sealed class OperationRun(
    EngineOptions options,
    PreparedOperation operation,
    OperationPlan plan,
    OperationPrice price,
    bool wantsCost,
    OperationWatch watch
)
{
    private const string ClientGone = "CLIENT_GONE";

    /// <summary>Ends it without running it: the client is gone.</summary>
    public void Abandon() => watch.End(operation, new OperationOutcome(OutcomeKind.Refused, ClientGone, price.Total), rows: 0);

    /// <summary>
    /// Runs and writes the response. Synchronous as long as the plans are.
    /// </summary>
    /// <exception cref="OperationCanceledException">The client is gone.</exception>
    public ValueTask<OperationOutcome> RunAsync(OperationContext context, CancellationToken client)
    {
        var deadline = new Deadline(options.TimeLimit, options.Time, client);
        var beganAt = options.Time.GetTimestamp();
        ValueTask running;
        try
        {
            context.Output.Reserve(plan.LastLength);
            context.Output.Write("{\"data\":"u8);
            running = OperationRunner.RunAsync(plan, context, deadline.Token);
        }
        catch (OperationCanceledException cancelled)
        {
            running = ValueTask.FromException(cancelled);
        }

        if (!running.IsCompletedSuccessfully)
        {
            return FinishAsync(running, context, deadline);
        }

        plan.Took(options.Time.GetElapsedTime(beganAt));
        return ValueTask.FromResult(Finish(context, deadline));
    }

    private async ValueTask<OperationOutcome> FinishAsync(ValueTask running, OperationContext context, Deadline deadline)
    {
        try
        {
            await running;
        }
        catch (OperationCanceledException) when (deadline.IsExpired)
        {
            return TimeOut(context, deadline);
        }
        catch (OperationCanceledException)
        {
            Report(new OperationOutcome(OutcomeKind.Refused, ClientGone, price.Total), context, deadline);
            throw;
        }

        return Finish(context, deadline);
    }

    private OperationOutcome Finish(OperationContext context, Deadline deadline)
    {
        var errors = context.Errors;
        if (errors.Count > 0)
        {
            context.Output.Write(",\"errors\":"u8);
            ResponseOutput.WriteErrors(context.Output, errors);
        }

        if (wantsCost)
        {
            ResponseOutput.WriteCost(context.Output, price, options.Limits.MaxPrice);
        }

        context.Output.Write((byte)'}');
        plan.LastLength = context.Output.Length;
        var outcome =
            errors.Count == 0
                ? new OperationOutcome(OutcomeKind.Complete, Code: null, price.Total)
                : new OperationOutcome(OutcomeKind.Partial, errors[0].Code, price.Total);
        return Report(outcome, context, deadline);
    }

    private OperationOutcome TimeOut(OperationContext context, Deadline deadline)
    {
        context.Output.Truncate(0);
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"The operation took longer than {options.TimeLimit.TotalSeconds:0.###} s. Ask for less at once."
        );
        ResponseOutput.WriteRefusal(context.Output, [new GraphQLError(message, ErrorCodes.TimedOut)]);
        return Report(new OperationOutcome(OutcomeKind.Refused, ErrorCodes.TimedOut, price.Total), context, deadline);
    }

    private OperationOutcome Report(OperationOutcome outcome, OperationContext context, Deadline deadline)
    {
        deadline.Dispose();
        OperationReport.Write(options, context.Failures);
        return watch.End(operation, outcome, context.Rows);
    }
}
