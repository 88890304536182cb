using System.Runtime.CompilerServices;
using PolicyGraph.GraphQL.Cost;
using PolicyGraph.GraphQL.Diagnostics;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>A subscription: one response for each event of its source. Specification section 6.2.3.2, MapSourceToResponseEvent().</summary>
internal sealed class SubscriptionRun(EngineOptions options, PreparedOperation operation, GraphQLRequest request)
{
    /// <summary>
    /// Subscribes and answers until the source ends; where it cannot be subscribed to, or breaks, the last response has only errors.
    /// </summary>
    /// <exception cref="OperationCanceledException">The client is gone.</exception>
    public async IAsyncEnumerable<OperationResponse> RunAsync(object? host, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var output = new PooledBuffer(limit: options.Limits.MaxResponseBytes);
        var (source, broken) = Subscribe(output, host, cancellation);
        if (source is not null)
        {
            EngineDiagnostics.Subscriptions.Add(1);
            try
            {
                while ((broken = await MoveAsync(source)) is null && source.HasEvent)
                {
                    yield return new OperationResponse(await AnswerAsync(source, output, host, cancellation), output.WrittenMemory);
                }
            }
            finally
            {
                EngineDiagnostics.Subscriptions.Add(-1);
                await source.Events.DisposeAsync();
            }
        }

        if (broken is not null)
        {
            yield return Refuse(broken, output);
        }
    }

    private (Source? Source, Exception? Broken) Subscribe(PooledBuffer output, object? host, CancellationToken cancellation)
    {
        try
        {
            var (plan, values) = operation.Bind(VariableReader.Read(request, operation.Variables));
            var price = plan.Price(values);
            if (Admission.Refuse(price, options.Limits) is { } tooDear)
            {
                return (null, new GraphQLException([tooDear]));
            }

            var events = ((ISubscriptionPlan)plan.Fields[0].Plan).Subscribe(new OperationContext(values, output, host), cancellation);
            return (new Source(plan, values, price, events.GetAsyncEnumerator(cancellation)), null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return (null, failure);
        }
    }

    private ValueTask<OperationOutcome> AnswerAsync(Source source, PooledBuffer output, object? host, CancellationToken cancellation)
    {
        output.Truncate(0);
        var context = new OperationContext(source.Values, output, host) { Event = source.Events.Current };
        var watch = OperationWatch.Begin(options);
        try
        {
            return new OperationRun(options, operation, source.Plan, source.Price, request.WantsCost, watch).RunAsync(
                context,
                cancellation
            );
        }
        finally
        {
            watch.Leave();
        }
    }

    /// <summary>Goes on to the next event, where there is one; why it cannot, or null.</summary>
    private static async ValueTask<Exception?> MoveAsync(Source source)
    {
        try
        {
            source.HasEvent = await source.Events.MoveNextAsync();
            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return failure;
        }
    }

    private OperationResponse Refuse(Exception failure, PooledBuffer output)
    {
        if (failure is not GraphQLException)
        {
            OperationReport.Write(options, [failure]);
        }

        var errors = (failure as GraphQLException)?.Errors ?? [new GraphQLError("Internal server error.", ErrorCodes.InternalServerError)];
        output.Truncate(0);
        ResponseOutput.WriteRefusal(output, errors);
        return new OperationResponse(new OperationOutcome(OutcomeKind.Refused, errors[0].Code, Price: 0), output.WrittenMemory);
    }

    /// <summary>The source stream, and what every event is answered with.</summary>
    private sealed record Source(OperationPlan Plan, OperationValues Values, OperationPrice Price, IAsyncEnumerator<object> Events)
    {
        public bool HasEvent { get; set; }
    }
}
