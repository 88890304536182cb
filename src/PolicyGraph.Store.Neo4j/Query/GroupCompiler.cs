using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>
/// Makes groups: nodes once each, a row for each combination of their keys' values, aggregates by keys, conditions, order and page, all in the statement.
/// Texts are grouped in the form in which Neo4j orders them as the stores do, and turned back when they are written.
/// </summary>
internal sealed class GroupCompiler(StatementBuilder builder, ShapeCompiler shapes)
{
    /// <param name="node">A condition on the rows beside the grouping's own.</param>
    /// <param name="edge">A condition on the relationships that lead to the rows.</param>
    public Part Compile(Grouping grouping, Pattern pattern, Filter? node, Filter? edge)
    {
        var filter = grouping.Filter is null ? node : node is null ? grouping.Filter : new AllOf([node, grouping.Filter]);
        var plan = new GroupPlan(builder, grouping);
        var keys = grouping.Keys.Select((key, i) => Key(key, pattern, plan.ShapeOf(i, grouping.Fields))).ToList();
        var numbers = plan.Aggregates.Select(aggregate => new GroupNumber(builder, shapes, aggregate, pattern)).ToList();
        var clauses = new List<string> { shapes.Filters.Match(pattern, filter, edge), $"WITH DISTINCT {pattern.Node}" };
        foreach (var key in keys.Where(key => key.Values is not null))
        {
            var list = builder.Variable("l");
            var known = string.Concat(keys.TakeWhile(other => other != key).Where(other => other.Values is not null).Select(other => ", " + other.Variable));
            clauses.Add($"WITH {pattern.Node}{known}, {key.Values} AS {list} UNWIND CASE WHEN size({list}) = 0 THEN [null] ELSE {list} END AS {key.Variable}");
        }

        clauses.AddRange(Aggregate(keys, numbers, pattern));
        clauses.Add(Page(grouping, plan, keys, numbers));
        var row = Part.Row(
            [
                Part.Row(keys.Select(key => Part.Plain(key.Value)), ValueWriting.Write),
                Part.Row(keys.Select(key => key.Node ?? Part.Plain("null")), ValueWriting.Write),
                Part.Row(numbers.Select(number => Part.Plain(number.Told)), ValueWriting.Write),
            ],
            ValueWriting.Write);
        return Part.Collect(builder, string.Join(' ', clauses), row, new GroupWriting(builder, plan, grouping, keys, numbers).Write, isAggregate: true);
    }

    private IEnumerable<string> Aggregate(List<GroupKeyText> keys, List<GroupNumber> numbers, Pattern pattern)
    {
        // The constant keeps a list without nodes free of groups.
        var kept = string.Concat(keys.Select(key => $", {key.Variable}"));
        var (one, members) = (builder.Variable("o"), builder.Variable("m"));
        var nodes = numbers.Exists(number => number.IsFurther) ? $", collect({pattern.Node}) AS {members}" : "";
        var near = string.Concat(numbers.Where(number => !number.IsFurther).Select(number => ", " + number.Projection));
        var project = string.Concat(keys.Select(key => $", {key.Projection}"));
        yield return $"WITH {pattern.Node}{project} WITH 0 AS {one}{kept}{nodes}{near}";
        foreach (var number in numbers.Where(number => number.IsFurther))
        {
            yield return number.Further(members);
        }

        yield return $"WITH {one}{kept}{string.Concat(numbers.Select(number => ", " + number.Settled))}";
    }

    private string Page(Grouping grouping, GroupPlan plan, List<GroupKeyText> keys, List<GroupNumber> numbers)
    {
        var having = plan.Having.Select(condition => numbers[condition.Aggregate].Compare(condition.Comparison, condition.Value)).ToList();
        var order = plan.Order.Select(by => By(by.Aggregate >= 0 ? numbers[by.Aggregate].Order : keys[by.Key].Order, by.Descending)).Concat(keys.Select(key => By(key.Order, descending: false)));
        var skip = builder.IsNull(grouping.Skip) ? "" : $" SKIP {builder.Parameter("s", grouping.Skip, AtLeastNone)}";
        var limit = builder.IsNull(grouping.First) ? "" : $" LIMIT {builder.Parameter("t", grouping.First, AtLeastNone)}";
        return $"{(having.Count == 0 ? "" : $"WHERE {string.Join(" AND ", having)} ")}WITH * ORDER BY {string.Join(", ", order)}{skip}{limit}";
    }

    /// <summary>Missing values last, whichever way the others go.</summary>
    private static string By(string key, bool descending) => descending ? $"{key} IS NULL, {key} DESC" : key;

    private static object? AtLeastNone(object? number) => number is long count ? Math.Max(0, count) : number;

    private GroupKeyText Key(GroupKey key, Pattern pattern, Shape? shape)
    {
        var (steps, node) = shapes.Chain(pattern.Node, key.Steps);
        var possible = key.Steps.Count == 0 ? pattern.Possible : builder.Names.Nodes(key.Steps[^1].Target);
        var variable = builder.Variable("g");
        if (key.Property == "id")
        {
            var values = steps.Length == 0 ? null : $"COLLECT {{ {steps} RETURN DISTINCT {node} }}";
            var part = shape is null ? default(Part?) : shapes.Node(shape, variable, possible);
            var guarded = part is { } whole ? whole with { Text = $"CASE WHEN {variable} IS NULL THEN null ELSE {whole.Text} END" } : part;
            return new(variable, values, values is null ? $"{node} AS {variable}" : variable, $"{variable}.id", guarded);
        }

        var property = PropertyText.Of(node, GraphNames.Property(possible, key.Property));
        var value = Cut(property.Order, key.Part);
        return steps.Length == 0 ? new(variable, null, $"{value} AS {variable}", variable, null) : new(variable, $"COLLECT {{ {steps} RETURN DISTINCT {value} }}", variable, variable, null);
    }

    private static string Cut(string value, DatePart part)
    {
        var length = part switch { DatePart.Year => 4, DatePart.Month => 7, _ => 0 };
        return length == 0 ? value : $"CASE WHEN size({value}) >= {length} THEN left({value}, {length}) END";
    }
}

/// <summary>A key of groups in a statement.</summary>
/// <param name="Values">Of several values of a node, their list; else null.</param>
/// <param name="Projection">Binds the variable, or carries it on.</param>
/// <param name="Order">What groups are ordered by.</param>
/// <param name="Node">The object of the node that the key stands for; null where nobody asks.</param>
internal sealed record GroupKeyText(string Variable, string? Values, string Projection, string Order, Part? Node)
{
    /// <summary>The value, in the form of <see cref="CodeUnitOrder"/>.</summary>
    public string Value => Order;
}
