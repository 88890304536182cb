using PolicyGraph.GraphQL.Cost;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>One operation with one structure of variables, ready to run with any values.</summary>
internal sealed class OperationPlan
{
    private readonly CostModel _costs;
    private readonly OperationPrice? _constantPrice;
    private long _usualTicks;

    public OperationPlan(IReadOnlyList<PlannedField> fields, CostModel costs)
    {
        Fields = fields;
        _costs = costs;
        if (fields.All(field => PriceCalculator.IsConstant(costs, field.Selection)))
        {
            _constantPrice = Price(OperationValues.None);
        }
    }

    public IReadOnlyList<PlannedField> Fields { get; }

    /// <summary>What a run took of late, the last ones weighing most.</summary>
    public TimeSpan UsualTime => new(Interlocked.Read(ref _usualTicks));

    /// <summary>Bytes of the last response: the best guess for the next.</summary>
    public int LastLength { get; set; }

    /// <summary>
    /// Tells of a run that held its thread for this long. Of two at the same time one may be lost, which the next ones make good.
    /// </summary>
    public void Took(TimeSpan time)
    {
        var usual = Interlocked.Read(ref _usualTicks);
        Interlocked.Exchange(ref _usualTicks, usual + ((time.Ticks - usual) / 8));
    }

    /// <summary>The price with these values; counted once where values do not matter.</summary>
    public OperationPrice Price(OperationValues values) =>
        _constantPrice ?? PriceCalculator.Calculate(_costs, [.. Fields.Select(field => field.Selection)], values);
}

/// <summary>A root field and its plan.</summary>
internal sealed record PlannedField(FieldSelection Selection, IRootFieldPlan Plan);

/// <summary>The plan of a root field that cannot be planned: fails in every request.</summary>
internal sealed class FailingPlan(GraphQLException failure) : ISubscriptionPlan
{
    public IAsyncEnumerable<object> Subscribe(OperationContext context, CancellationToken cancellation) =>
        throw new GraphQLException(failure.Errors);

    public ValueTask WriteAsync(OperationContext context, CancellationToken cancellation) => throw new GraphQLException(failure.Errors);

    public string Explain(OperationValues values) => $"fails: {failure.Message}";
}

/// <summary>The plan of <c>__typename</c> at the root.</summary>
internal sealed class RootTypeNamePlan(ObjectType root) : IRootFieldPlan
{
    public ValueTask WriteAsync(OperationContext context, CancellationToken cancellation)
    {
        context.Output.WriteString(root.Name);
        return ValueTask.CompletedTask;
    }

    public string Explain(OperationValues values) => $"\"{root.Name}\"";
}
