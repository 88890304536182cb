using System.Globalization;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>
/// Makes groups: nodes once each, a row for each combination of their keys' values, aggregates by keys, conditions, order and page, all in
/// the statement. Texts come out in the form in which Neo4j orders them as the stores do, and are turned back when they are written.
/// </summary>
internal sealed class GroupCompiler(StatementBuilder builder, ShapeCompiler shapes)
{
    /// <param name="node">A condition on the rows beside the grouping's own.</param>
    /// <param name="edge">A condition on the relationships that lead to the rows.</param>
    public Part Compile(Grouping grouping, Pattern pattern, Filter? node, Filter? edge)
    {
        var filter =
            grouping.Filter is null ? node
            : node is null ? grouping.Filter
            : new AllOf([node, grouping.Filter]);
        var plan = new GroupPlan(builder, grouping);
        var clauses = new List<string> { shapes.Filters.Match(pattern, filter, edge) };
        if (pattern.Tie is null)
        {
            clauses.Add($"WITH DISTINCT {pattern.Node}");
        }

        var keys = Keys(grouping, pattern, plan, clauses);
        var numbers = plan.Aggregates.Select(aggregate => new GroupNumber(builder, shapes, aggregate, pattern)).ToList();
        clauses.AddRange(Aggregate(keys, numbers, pattern));
        clauses.Add(Page(grouping, plan, keys, numbers));
        var row = Part.Row(
            [
                Part.Row(keys.Select(key => Part.Plain(key.Value)), ValueWriting.Write),
                Part.Row(keys.Select(key => key.Node ?? Part.Plain("null")), ValueWriting.Write),
                Part.Row(numbers.Select(number => Part.Plain(number.Told)), ValueWriting.Write),
            ],
            ValueWriting.Write
        );
        return Part.Collect(
            builder,
            string.Join(' ', clauses),
            row,
            new GroupWriting(builder, plan, grouping, keys, numbers).Write,
            isAggregate: true
        );
    }

    private IEnumerable<string> Aggregate(List<GroupKeyText> keys, List<GroupNumber> numbers, Pattern pattern)
    {
        // Without keys, a constant keeps a list without nodes free of groups.
        var constant = builder.Variable("o");
        var (members, member) = (builder.Variable("m"), builder.Variable("m"));
        var nodes = numbers.Exists(number => number.IsFurther) ? $", collect({pattern.Node}) AS {members}" : "";
        var near = string.Concat(numbers.Where(number => !number.IsFurther).Select(number => ", " + number.Projection));
        var one = keys.Exists(key => key.OfMember is not null) ? $", min({pattern.Node}) AS {member}" : "";
        var project = string.Join(", ", keys.Select(key => key.Projection).DefaultIfEmpty($"0 AS {constant}"));
        yield return $"WITH {project}{nodes}{one}{near}";
        foreach (var number in numbers.Where(number => number.IsFurther))
        {
            yield return number.Further(members);
        }

        var settled = string.Join(", ", keys.Select(key => key.Settled(member)).DefaultIfEmpty(constant));
        yield return $"WITH {settled}{string.Concat(numbers.Select(number => ", " + number.Settled))}";
    }

    private string Page(Grouping grouping, GroupPlan plan, List<GroupKeyText> keys, List<GroupNumber> numbers)
    {
        var having = plan.Having.Select(condition => numbers[condition.Aggregate].Compare(condition.Comparison, condition.Value)).ToList();
        var order = plan
            .Order.Select(by => By(by.Aggregate >= 0 ? numbers[by.Aggregate].Order : keys[by.Key].Order, by.Descending))
            .Concat(keys.Select(key => By(key.Order, descending: false)));
        var skip = builder.IsNull(grouping.Skip) ? "" : $" SKIP {builder.Parameter("s", grouping.Skip, AtLeastNone)}";
        var limit = builder.IsNull(grouping.First) ? "" : $" LIMIT {builder.Parameter("t", grouping.First, AtLeastNone)}";
        return $"{(having.Count == 0 ? "" : $"WHERE {string.Join(" AND ", having)} ")}WITH * ORDER BY {string.Join(", ", order)}{skip}{limit}";
    }

    /// <summary>Missing values last, whichever way the others go.</summary>
    private static string By(string key, bool descending) => descending ? $"{key} IS NULL, {key} DESC" : key;

    private static object? AtLeastNone(object? number) => number is long count ? Math.Max(0, count) : number;

    /// <summary>The keys, in their order; those of neighbours are bound by clauses, together where they speak of the same one.</summary>
    private List<GroupKeyText> Keys(Grouping grouping, Pattern pattern, GroupPlan plan, List<string> clauses)
    {
        var keys = new GroupKeyText[grouping.Keys.Count];
        var known = "";
        foreach (var places in GroupKey.Together(grouping.Keys))
        {
            var (steps, node, edge) = shapes.EdgeChain(pattern.Node, grouping.Keys[places[0]].Steps);
            var possible = steps.Length == 0 ? pattern.Possible : builder.Names.Ends(grouping.Keys[places[0]].Steps[^1]);
            var values = places.Select(place => Value(grouping.Keys[place], node, edge, possible)).ToList();
            foreach (var (place, value) in places.Zip(values))
            {
                var key = Key(grouping.Keys[place], steps.Length == 0 ? value : null, plan.ShapeOf(place, grouping.Fields), possible);
                keys[place] = steps.Length == 0 ? Stored(key, grouping.Keys[place], node, possible) : key;
            }

            if (steps.Length > 0)
            {
                var (list, one) = (builder.Variable("l"), builder.Variable("o"));
                clauses.Add(
                    $"WITH {pattern.Node}{known}, COLLECT {{ {steps} RETURN DISTINCT [{string.Join(", ", values)}] }} AS {list} UNWIND CASE WHEN size({list}) = 0 THEN [null] ELSE {list} END AS {one}"
                );
                clauses.Add(
                    $"WITH {pattern.Node}{known}{string.Concat(places.Select((place, i) => $", {one}[{i.ToString(CultureInfo.InvariantCulture)}] AS {keys[place].Variable}"))}"
                );
                known += string.Concat(places.Select(place => ", " + keys[place].Variable));
            }
        }

        return [.. keys];
    }

    /// <summary>What a key reads; of a node that is the key, the node.</summary>
    private string Value(GroupKey key, string node, string? edge, IReadOnlyList<NodeType> possible) =>
        key.IsNode
            ? node
            : Cut(
                (
                    key.IsOfEdge
                        ? PropertyText.Of(edge!, builder.Names.EdgeProperty(key.Property))
                        : PropertyText.Of(node, GraphNames.Property(possible, key.Property))
                ).Order,
                key.Part
            ); // Keys of edges have steps.

    /// <param name="value">What the variable is bound to; null where a clause has bound it.</param>
    private GroupKeyText Key(GroupKey key, string? value, Shape? shape, IReadOnlyList<NodeType> possible)
    {
        var variable = builder.Variable("g");
        var part = key.IsNode && shape is not null ? shapes.Node(shape, variable, possible) : default(Part?);
        var guarded = part is { } whole ? whole with { Text = $"CASE WHEN {variable} IS NULL THEN null ELSE {whole.Text} END" } : part;
        return new(variable, value is null ? variable : $"{value} AS {variable}", key.IsNode ? $"{variable}.id" : variable, guarded);
    }

    /// <summary>
    /// A text of the nodes themselves is grouped as it is stored, and what orders it read from one node of each group: of every node it
    /// would cost as much as the text, though hardly any has it.
    /// </summary>
    private static GroupKeyText Stored(GroupKeyText text, GroupKey key, string node, IReadOnlyList<NodeType> possible)
    {
        if (key.IsNode || key.Part != DatePart.Whole)
        {
            return text;
        }

        var property = GraphNames.Property(possible, key.Property);
        var stored = PropertyText.Of(node, property);
        return stored.HasOrder || stored.Order == stored.Text
            ? text
            : text with
            {
                Projection = $"{stored.Text} AS {text.Variable}",
                OfMember = member => PropertyText.Of(member, property).Order,
            };
    }

    private static string Cut(string value, DatePart part)
    {
        var length = part switch
        {
            DatePart.Year => 4,
            DatePart.Month => 7,
            _ => 0,
        };
        return length == 0 ? value : $"CASE WHEN size({value}) >= {length} THEN left({value}, {length}) END";
    }
}

/// <summary>A key of groups in a statement.</summary>
/// <param name="Projection">Binds the variable, or carries it on.</param>
/// <param name="Order">What groups are ordered by.</param>
/// <param name="Node">The object of the node that the key stands for; null where nobody asks.</param>
internal sealed record GroupKeyText(string Variable, string Projection, string Order, Part? Node)
{
    /// <summary>The value, in the form of <see cref="CodeUnitOrder"/>.</summary>
    public string Value => Order;

    /// <summary>Makes the value of one of the group's nodes, where it is grouped by another; else null.</summary>
    public Func<string, string>? OfMember { get; init; }

    /// <summary>Binds the variable to the value once the groups are made.</summary>
    public string Settled(string member) => OfMember is null ? Variable : $"{OfMember(member)} AS {Variable}";
}
