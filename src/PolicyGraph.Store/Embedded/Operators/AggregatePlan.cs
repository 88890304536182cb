using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Numeric;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>One number told of groups.</summary>
internal sealed class AggregatePlan(Aggregate aggregate, StepPlan[] steps, Reader<NodeRow>? reader)
{
    /// <summary>True where it is of the group's own nodes, so that they need not be kept.</summary>
    public bool IsOwn => steps.Length == 0;

    public bool IsOf(Aggregate other) =>
        aggregate.Kind == other.Kind && aggregate.Property == other.Property && Step.AreSame(aggregate.Steps, other.Steps);

    /// <summary>Counts one of the group's own nodes in.</summary>
    public void Add(Execution run, Node node, Tally tally)
    {
        if (IsOwn)
        {
            Count(run, node, tally);
        }
    }

    /// <summary>
    /// The number over a group's nodes, or over the distinct nodes that the steps reach from them; null where there is nothing to tell.
    /// </summary>
    /// <param name="nodes">The group's, where the plan is not <see cref="IsOwn"/>.</param>
    /// <param name="tally">Of the group's own nodes, where it is.</param>
    public Value? Number(Execution run, List<Node> nodes, Tally tally)
    {
        if (!IsOwn)
        {
            foreach (var node in Reaching.From(run, nodes, steps))
            {
                Count(run, node, tally);
            }
        }

        return aggregate.Kind switch
        {
            AggregateKind.Count => Value.OfNumber(tally.Nodes),
            AggregateKind.CountDistinct => Value.OfNumber(tally.Different.Count),
            AggregateKind.Min or AggregateKind.Max => tally.Best,
            AggregateKind.Sum => tally.Sum.Total is { } total ? Value.OfSum(total, total) : null,
            _ => tally.Sum is { Mean: { } mean, MeanOrder: { } order } ? Value.OfSum(mean, Doubles.ToDecimal(order)) : null,
        };
    }

    private void Count(Execution run, Node node, Tally tally)
    {
        tally.Nodes++;
        if (aggregate.Kind == AggregateKind.Count || reader?.Read(run, new NodeRow(node)) is not { } value)
        {
            return;
        }

        switch (aggregate.Kind)
        {
            case AggregateKind.CountDistinct:
                tally.Different.Add(value);
                break;
            case AggregateKind.Min:
                tally.Best = tally.Best is null || value.CompareTo(tally.Best) < 0 ? value : tally.Best;
                break;
            case AggregateKind.Max:
                tally.Best = tally.Best is null || value.CompareTo(tally.Best) > 0 ? value : tally.Best;
                break;
            default:
                tally.Sum = tally.Sum.Add(value.Number);
                break;
        }
    }
}

/// <summary>What an aggregate has come to; which of these grows is a matter of its kind.</summary>
internal sealed class Tally
{
    public long Nodes { get; set; }

    /// <summary>The least or the greatest value.</summary>
    public Value? Best { get; set; }

    public NumberSum Sum { get; set; }

    public HashSet<Value> Different { get; } = [];
}
