using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>
/// Makes groups. The statement gives each node's keys and the values to be counted; the groups are made here, where sums are exact to 28 digits, as the
/// embedded store's are.
/// </summary>
internal sealed class GroupCompiler(StatementBuilder builder, ShapeCompiler shapes)
{
    /// <param name="node">A condition on the rows beside the grouping's own.</param>
    /// <param name="edge">A condition on the relationships that lead to the rows.</param>
    public Part Compile(Grouping grouping, Pattern pattern, Filter? node, Filter? edge)
    {
        var filter = grouping.Filter is null ? node : node is null ? grouping.Filter : new AllOf([node, grouping.Filter]);
        var plan = new GroupPlan(builder, grouping);
        var keys = grouping.Keys.Select((key, i) => Key(key, pattern, plan.ShapeOf(i, grouping.Fields)));
        var parts = keys.ToList();
        var values = plan.Aggregates.Select(aggregate => Values(aggregate, pattern));
        var text = $"COLLECT {{ {shapes.Filters.Match(pattern, filter, edge)} WITH DISTINCT {pattern.Node} "
            + $"RETURN [[{string.Join(", ", parts.Select(part => part.Text))}], [{string.Join(", ", values)}]] }}";
        return new Part(text, (writer, rows) => new GroupWriting(builder, plan, grouping, [.. parts.Select(part => part.Node)]).Write(writer, rows));
    }

    /// <summary>The distinct values of a key of one node, each as value and the object of the node that it stands for.</summary>
    private (string Text, Part? Node) Key(GroupKey key, Pattern pattern, Shape? shape)
    {
        var (steps, node) = shapes.Chain(pattern.Node, key.Steps);
        var possible = key.Steps.Count == 0 ? pattern.Possible : builder.Names.Nodes(key.Steps[^1].Target);
        var value = Cut(PropertyText.Of(node, GraphNames.Property(possible, key.Property)).Text, key.Part);
        var part = shape is not null && key.Property == "id" ? shapes.Node(shape, node, possible) : default(Part?);
        var pair = $"[{value}, {part?.Text ?? "null"}]";
        return (steps.Length == 0 ? $"[{pair}]" : $"COLLECT {{ {steps} RETURN DISTINCT {pair} }}", part);
    }

    private static string Cut(string value, DatePart part)
    {
        var length = part switch { DatePart.Year => 4, DatePart.Month => 7, _ => 0 };
        return length == 0 ? value : $"CASE WHEN size({value}) >= {length} THEN left({value}, {length}) END";
    }

    /// <summary>What one node gives to an aggregate: the nodes reached, each as id and value.</summary>
    private string Values(Aggregate aggregate, Pattern pattern)
    {
        var (steps, node) = shapes.Chain(pattern.Node, aggregate.Steps);
        var possible = aggregate.Steps.Count == 0 ? pattern.Possible : builder.Names.Nodes(aggregate.Steps[^1].Target);
        var value = aggregate.Property is { } property ? PropertyText.Of(node, GraphNames.Property(possible, property)).Text : "null";
        return steps.Length == 0 ? $"[[{node}.id, {value}]]" : $"COLLECT {{ {steps} RETURN [{node}.id, {value}] }}";
    }
}
