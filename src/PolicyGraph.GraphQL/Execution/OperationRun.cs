using System.Diagnostics;
using System.Globalization;
using PolicyGraph.GraphQL.Cost;
using PolicyGraph.GraphQL.Diagnostics;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>An admitted operation from its plan to its whole response.</summary>
internal sealed class OperationRun(EngineOptions options, PreparedOperation operation, OperationPlan plan, OperationPrice price, GraphQLRequest request, long startedAt)
{
    /// <summary>
    /// Runs and writes the response. Synchronous as long as the plans are.
    /// </summary>
    /// <exception cref="OperationCanceledException">The client is gone.</exception>
    public ValueTask<OperationOutcome> RunAsync(OperationContext context, CancellationToken client)
    {
        var activity = EngineDiagnostics.Source.StartActivity("graphql.run");
        var deadline = new Deadline(options.TimeLimit, options.Time, client);
        ValueTask running;
        try
        {
            context.Output.Write("{\"data\":"u8);
            running = OperationRunner.RunAsync(plan, context, deadline.Token);
        }
        catch (OperationCanceledException cancelled)
        {
            running = ValueTask.FromException(cancelled);
        }

        return running.IsCompletedSuccessfully
            ? ValueTask.FromResult(Finish(context, deadline, activity))
            : FinishAsync(running, context, deadline, activity);
    }

    private async ValueTask<OperationOutcome> FinishAsync(ValueTask running, OperationContext context, Deadline deadline, Activity? activity)
    {
        try
        {
            await running;
        }
        catch (OperationCanceledException) when (deadline.IsExpired)
        {
            return TimeOut(context, deadline, activity);
        }
        catch (OperationCanceledException)
        {
            Report(new OperationOutcome(OutcomeKind.Refused, "CLIENT_GONE", price.Total), context, deadline, activity);
            throw;
        }

        return Finish(context, deadline, activity);
    }

    private OperationOutcome Finish(OperationContext context, Deadline deadline, Activity? activity)
    {
        var errors = context.Errors;
        if (errors.Count > 0)
        {
            context.Output.Write(",\"errors\":"u8);
            ResponseOutput.WriteErrors(context.Output, errors);
        }

        if (request.WantsCost)
        {
            ResponseOutput.WriteCost(context.Output, price, options.Limits.MaxPrice);
        }

        context.Output.Write((byte)'}');
        var outcome = errors.Count == 0
            ? new OperationOutcome(OutcomeKind.Complete, Code: null, price.Total)
            : new OperationOutcome(OutcomeKind.Partial, errors[0].Code, price.Total);
        return Report(outcome, context, deadline, activity);
    }

    private OperationOutcome TimeOut(OperationContext context, Deadline deadline, Activity? activity)
    {
        context.Output.Truncate(0);
        var message = string.Create(CultureInfo.InvariantCulture, $"The operation took longer than {options.TimeLimit.TotalSeconds:0.###} s. Ask for less at once.");
        ResponseOutput.WriteRefusal(context.Output, [new GraphQLError(message, ErrorCodes.TimedOut)]);
        return Report(new OperationOutcome(OutcomeKind.Refused, ErrorCodes.TimedOut, price.Total), context, deadline, activity);
    }

    private OperationOutcome Report(OperationOutcome outcome, OperationContext context, Deadline deadline, Activity? activity)
    {
        deadline.Dispose();
        activity?.Dispose();
        OperationReport.Write(options, context.Failures);
        OperationReport.Write(options, operation, outcome, context.Rows, options.Time.GetElapsedTime(startedAt));
        return outcome;
    }
}
