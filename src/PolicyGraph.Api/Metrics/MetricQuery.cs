using PolicyGraph.Api.Planning;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.TypeSystem;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Api.Metrics;

/// <summary>
/// Plans the question behind a metric: the statistics of one indicator, each row with what series are made of (<see cref="MetricRow"/>) and, under keys of
/// their own, the parts that the operation wants written as they are: <c>statistic { … }</c>, <c>subject { … }</c>, <c>period { … }</c>.
/// </summary>
internal sealed class MetricQuery
{
    private const int MostRows = 10_000;
    private const int MostSubjects = 50;
    private const int LongestName = 400;

    private readonly Planner _planner;
    private readonly ObjectType _statistic;
    private readonly Dictionary<FieldSelection, string> _parts = [];

    public MetricQuery(Planner planner, GraphQL.TypeSystem.Schema schema)
    {
        _planner = planner;
        _statistic = (ObjectType)(schema.Find("Statistic") ?? throw new InvalidOperationException("The schema has no type Statistic."));
        Indicator = (ObjectType)(schema.Find("Indicator") ?? throw new InvalidOperationException("The schema has no type Indicator."));
    }

    /// <summary>The key of a row under which each of these selections is answered.</summary>
    public IReadOnlyDictionary<FieldSelection, string> Parts => _parts;

    private ObjectType Indicator { get; }

    public GraphQuery Plan(FieldSelection selection)
    {
        List<OutputField> fields = [.. OwnFields()];
        AddParts(selection, fields);
        var page = new Page(_planner.Slots.Constant((long)MostRows), Null, Null, Null);
        var nodes = new NodesField(new OutputKey(MetricRow.Nodes), new Shape(fields));
        var connection = new Connection(FilterOf(selection), EdgeFilter: null, [Order("periodEnd"), Order("periodStart")], page, [nodes]);
        var name = _planner.Slots.Add(selection.Arguments["indicator"], StoreValues.Text("indicator", LongestName));
        var statistics = new RelationField(new OutputKey(MetricRow.Statistics), _planner.Mapping.StepOf(Indicator.Fields["statistics"]), connection);
        return new GraphQuery(new NodeRoot([Indicator.Name], new ByProperty("name", name), new Shape([statistics])));
    }

    private Slot Null => _planner.Slots.Constant(null);

    private static PropertyOrder Order(string property) => new(property, Descending: false);

    private IEnumerable<OutputField> OwnFields()
    {
        foreach (var property in MetricRow.Properties)
        {
            yield return new PropertyField(new OutputKey(property), property);
        }

        var about = _planner.Mapping.StepOf(_statistic.Fields["subject"]);
        yield return new NeighbourField(new OutputKey(MetricRow.Subject), about, new Shape([Own("id"), Own("name")]));
    }

    private static PropertyField Own(string property) => new(new OutputKey(property), property);

    private void AddParts(FieldSelection selection, List<OutputField> fields)
    {
        foreach (var child in selection.Selections.Where(child => !child.IsTypeName))
        {
            if (child.Definition.Name is not ("statistic" or "subject" or "period"))
            {
                AddParts(child, fields);
                continue;
            }

            var key = $"part{_parts.Count}";
            _parts.Add(child, key);
            fields.Add(Part(child, new OutputKey(key)));
        }
    }

    private OutputField Part(FieldSelection selection, OutputKey key) => selection.Definition.Name switch
    {
        "subject" => new NeighbourField(key, _planner.Mapping.StepOf(_statistic.Fields["subject"]), _planner.Shapes.Plan(selection)),
        "period" => new ObjectField(key, _planner.Shapes.Plan(selection), ["periodLabel"]),
        _ => new ObjectField(key, _planner.Shapes.Plan(selection), []),
    };

    private Filter? FilterOf(FieldSelection selection)
    {
        var filters = new List<Filter>();
        if (Subjects(selection) is { } subjects)
        {
            filters.Add(subjects);
        }

        Add(filters, selection, "kind", Comparison.Equal, "kind");
        Add(filters, selection, "from", Comparison.AtLeast, "periodEnd");
        Add(filters, selection, "to", Comparison.AtMost, "periodStart");
        return filters.Count == 0 ? null : new AllOf(filters);
    }

    private void Add(List<Filter> filters, FieldSelection selection, string argument, Comparison comparison, string property)
    {
        if (selection.Argument(argument) is { IsNull: false } value)
        {
            filters.Add(new PropertyFilter(property, comparison, _planner.Slots.Add(value)));
        }
    }

    private RelationFilter? Subjects(FieldSelection selection)
    {
        var given = new[] { "subject", "subjects" }.Where(argument => selection.Argument(argument) is { IsNull: false }).ToList();
        if (given.Count == 0)
        {
            return null;
        }

        var names = given.SelectMany(argument => OneOf(selection.Arguments[argument], argument));
        return new RelationFilter(_planner.Mapping.StepOf(_statistic.Fields["subject"]), Quantifier.Some, new AnyOf([.. names]), Edge: null);
    }

    private IEnumerable<Filter> OneOf(ArgumentValue value, string argument)
    {
        var comparison = argument == "subject" ? Comparison.Equal : Comparison.In;
        var slot = _planner.Slots.Add(value, argument == "subject" ? StoreValues.Text(argument, LongestName) : StoreValues.AtMost(argument, MostSubjects));
        return [new NameFilter(comparison, slot), new PropertyFilter("id", comparison, slot)];
    }
}
