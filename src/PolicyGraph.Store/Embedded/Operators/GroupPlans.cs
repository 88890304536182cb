using System.Collections.Concurrent;
using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Numeric;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Keys of groups that speak of the same neighbour: which combinations of values a node stands under.</summary>
internal sealed class GroupKeysPlan(StepPlan[] steps, GroupKeyPlan[] keys)
{
    private static readonly Value?[][] Missing = [[]];

    /// <summary>True where the keys are the node's own, so that there is one combination.</summary>
    public bool AreOwn => steps.Length == 0;

    /// <summary>Puts a node's own values where a group's keys have these.</summary>
    public void PutOwn(Execution run, Node node, Value?[] group)
    {
        foreach (var key in keys)
        {
            group[key.Place] = key.Read(run, new Row(node.Head.Index, -1, -1), null);
        }
    }

    /// <summary>The distinct combinations of what the steps lead to, each as long as there are keys; one without values where they lead nowhere.</summary>
    public IReadOnlyCollection<Value?[]> Values(Execution run, Node node)
    {
        var start = run.Rows.Count;
        if (steps is [var only])
        {
            only.Push(run, node);
            if (run.Rows.Count - start == 1)
            {
                Value?[] single = Array.ConvertAll(keys, key => key.Read(run, run.Rows[start], node)); // Most nodes have one neighbour.
                run.Rows.CutTo(start);
                return [single];
            }

            run.Rows.CutTo(start);
        }

        var found = new HashSet<Value?[]>(KeyEquality.Instance);
        foreach (var before in Reaching.From(run, node, steps[..^1]))
        {
            steps[^1].Push(run, before);
            for (var i = start; i < run.Rows.Count; i++)
            {
                var row = run.Rows[i];
                found.Add(Array.ConvertAll(keys, key => key.Read(run, row, before)));
            }

            run.Rows.CutTo(start);
        }

        return found.Count == 0 ? Missing : found;
    }

    /// <summary>Puts a combination where a group's keys have these.</summary>
    public void Put(Value?[] values, Value?[] group)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            group[keys[i].Place] = i < values.Length ? values[i] : null;
        }
    }
}

/// <summary>One key of groups: what it reads of the node reached or of the edge that led there.</summary>
/// <param name="place">Its place among the group's keys.</param>
internal sealed class GroupKeyPlan(int place, Reader<NodeRow>? node, Reader<EdgeRow>? edge, DatePart part)
{
    private const int YearLength = 4;
    private const int MonthLength = 7;

    /// <summary>So many years and months are kept: all that papers tell of.</summary>
    private const int MostParts = 1 << 14;

    private static readonly ConcurrentDictionary<string, Value> Parts = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Value>.AlternateLookup<ReadOnlySpan<char>> PartsBySpan = Parts.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Place => place;

    public Value? Read(Execution run, Row row, Node? before)
    {
        var value = node is not null ? node.Read(run, new NodeRow(run.Graph.Node(row.Node))) : edge?.Read(run, EdgeRow.Of(run, before, row));
        var length = part switch { DatePart.Year => YearLength, DatePart.Month => MonthLength, _ => 0 };
        return length == 0 ? value
            : value?.Text is { } text && text.Length >= length ? Part(text.AsSpan(0, length))
            : null;
    }

    /// <summary>A year or a month as a value, the same one each time.</summary>
    private static Value Part(ReadOnlySpan<char> text)
    {
        if (PartsBySpan.TryGetValue(text, out var known))
        {
            return known;
        }

        var made = Value.OfText(text.ToString());
        return Parts.Count < MostParts ? Parts.GetOrAdd(made.Text!, made) : made; // It was just made of a text.
    }
}

/// <summary>One number told of groups.</summary>
internal sealed class AggregatePlan(Aggregate aggregate, StepPlan[] steps, Reader<NodeRow>? reader)
{
    public bool IsOf(Aggregate other) =>
        aggregate.Kind == other.Kind && aggregate.Property == other.Property && Step.AreSame(aggregate.Steps, other.Steps);

    /// <summary>The number over a group's nodes, or over the distinct nodes that the steps reach from them; null where there is nothing to tell.</summary>
    public Value? Over(Execution run, List<Node> nodes)
    {
        var reached = steps.Length == 0 ? nodes : Reaching.From(run, nodes, steps);
        if (aggregate.Kind == AggregateKind.Count)
        {
            return Value.OfNumber(reached.Count);
        }

        return aggregate.Kind switch
        {
            AggregateKind.CountDistinct => Value.OfNumber(Values(run, reached).Distinct().Count()),
            AggregateKind.Min => Extreme(run, reached, sign: -1),
            AggregateKind.Max => Extreme(run, reached, sign: 1),
            AggregateKind.Sum => Sum(run, reached).Total is { } total ? Value.OfSum(total, total) : null,
            _ => Sum(run, reached) is { Mean: { } mean, MeanOrder: { } order } ? Value.OfSum(mean, Doubles.ToDecimal(order)) : null,
        };
    }

    private IEnumerable<Value> Values(Execution run, List<Node> nodes) => nodes.Select(node => reader?.Read(run, new NodeRow(node))).OfType<Value>();

    private Value? Extreme(Execution run, List<Node> nodes, int sign)
    {
        Value? best = null;
        foreach (var node in nodes)
        {
            var value = reader?.Read(run, new NodeRow(node));
            best = value is not null && (best is null || value.CompareTo(best) * sign > 0) ? value : best;
        }

        return best;
    }

    private NumberSum Sum(Execution run, List<Node> nodes)
    {
        var sum = default(NumberSum);
        foreach (var node in nodes)
        {
            sum = reader?.Read(run, new NodeRow(node)) is { } value ? sum.Add(value.Number) : sum;
        }

        return sum;
    }
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
