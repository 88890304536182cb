using System.Text.Json;
using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>One group: its keys, and of each node in it what the aggregates are made of.</summary>
internal sealed class NeoGroup(Value?[] keys, IReadOnlyList<JsonElement> nodes)
{
    public Value?[] Keys => keys;

    /// <summary>The objects of the nodes that the keys stand for.</summary>
    public IReadOnlyList<JsonElement> Nodes => nodes;

    /// <summary>Of each node, for each aggregate, the nodes reached as id and value.</summary>
    public List<JsonElement> Rows { get; } = [];

    public Value?[] Numbers { get; private set; } = [];

    public void Settle(GroupPlan plan) => Numbers = [.. plan.Aggregates.Select((aggregate, i) => Over(aggregate.Kind, i))];

    private Value? Over(AggregateKind kind, int place)
    {
        var reached = Rows.SelectMany(row => row[place].EnumerateArray()).DistinctBy(pair => pair[0].GetString()).ToList();
        if (kind == AggregateKind.Count)
        {
            return Value.OfNumber(reached.Count);
        }

        var values = reached.Select(pair => ValueWriting.Read(pair[1])).OfType<Value>().ToList();
        return kind switch
        {
            AggregateKind.CountDistinct => Value.OfNumber(values.Distinct().Count()),
            _ when values.Count == 0 => null,
            AggregateKind.Min => values.Min(),
            AggregateKind.Max => values.Max(),
            AggregateKind.Sum => Number(Sum(values)),
            _ => Number(Sum(values) / values.Count),
        };
    }

    /// <summary>Exact as long as 28 digits hold it; null beyond.</summary>
    private static decimal? Sum(List<Value> values) =>
        Math.Abs(values.Sum(value => (double)value.Number)) < (double)decimal.MaxValue / 2 ? values.Sum(value => value.Number) : null;

    private static Value? Number(decimal? number) => number is { } sum ? Value.OfNumber(sum) : null;
}
