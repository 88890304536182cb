using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Numeric;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>One key of groups: which values a node stands under.</summary>
internal sealed class GroupKeyPlan(StepPlan[] steps, Reader<NodeRow> reader, DatePart part, bool isNode)
{
    private const int YearLength = 4;
    private const int MonthLength = 7;

    /// <summary>True where the key stands for the node itself.</summary>
    public bool IsNode => isNode;

    /// <summary>The distinct values; one that is missing where the steps lead nowhere.</summary>
    public List<Value?> Values(Execution run, Node node)
    {
        var values = new List<Value?>(1);
        foreach (var reached in Reaching.From(run, node, steps))
        {
            var value = Part(reader.Read(run, new NodeRow(reached)));
            if (!values.Contains(value))
            {
                values.Add(value);
            }
        }

        if (values.Count == 0)
        {
            values.Add(null);
        }

        return values;
    }

    private Value? Part(Value? value)
    {
        var length = part switch { DatePart.Year => YearLength, DatePart.Month => MonthLength, _ => 0 };
        return length == 0 ? value
            : value?.Text is { } text && text.Length >= length ? Value.OfText(text[..length])
            : null;
    }
}

/// <summary>One number told of groups.</summary>
internal sealed class AggregatePlan(Aggregate aggregate, StepPlan[] steps, Reader<NodeRow>? reader)
{
    public bool IsOf(Aggregate other) =>
        aggregate.Kind == other.Kind && aggregate.Property == other.Property && aggregate.Steps.Count == other.Steps.Count
        && aggregate.Steps.Zip(other.Steps).All(pair => pair.First.Direction == pair.Second.Direction
            && pair.First.Types.SequenceEqual(pair.Second.Types) && pair.First.Target.SequenceEqual(pair.Second.Target));

    /// <summary>The number over a group's nodes, or over the distinct nodes that the steps reach from them; null where there is nothing to tell.</summary>
    public Value? Over(Execution run, List<Node> nodes)
    {
        var reached = steps.Length == 0 ? nodes : Reaching.From(run, nodes, steps);
        if (aggregate.Kind == AggregateKind.Count)
        {
            return Value.OfNumber(reached.Count);
        }

        var values = new List<Value>(reached.Count);
        foreach (var node in reached)
        {
            if (reader?.Read(run, new NodeRow(node)) is { } value)
            {
                values.Add(value);
            }
        }

        return Over(values);
    }

    private Value? Over(List<Value> values) => aggregate.Kind switch
    {
        AggregateKind.CountDistinct => Value.OfNumber(values.Distinct().Count()),
        _ when values.Count == 0 => null,
        AggregateKind.Min => values.Min(),
        AggregateKind.Max => values.Max(),
        AggregateKind.Sum => Sum(values).Total is { } total ? Value.OfSum(total, total) : null,
        _ => Sum(values) is { Mean: { } mean, MeanOrder: { } order } ? Value.OfSum(mean, Doubles.ToDecimal(order)) : null,
    };

    private static NumberSum Sum(List<Value> values) => values.Aggregate(default(NumberSum), (sum, value) => sum.Add(value.Number));
}

/// <summary>Follows steps one after the other.</summary>
internal static class Reaching
{
    /// <summary>The distinct nodes at the end of the steps; the node itself where there are none.</summary>
    public static List<Node> From(Execution run, Node node, StepPlan[] steps) => steps.Length == 0 ? [node] : From(run, [node], steps);

    /// <inheritdoc cref="From(Execution, Node, StepPlan[])"/>
    public static List<Node> From(Execution run, List<Node> nodes, StepPlan[] steps)
    {
        var reached = nodes;
        foreach (var step in steps)
        {
            reached = Next(run, reached, step);
        }

        return reached;
    }

    private static List<Node> Next(Execution run, List<Node> nodes, StepPlan step)
    {
        var next = new List<Node>();
        var seen = new HashSet<int>();
        var start = run.Rows.Count;
        foreach (var node in nodes)
        {
            run.Tick();
            step.Push(run, node);
            foreach (var row in run.Rows.From(start))
            {
                if (seen.Add(row.Node))
                {
                    next.Add(run.Graph.Node(row.Node));
                }
            }

            run.Rows.CutTo(start);
        }

        return next;
    }
}
