using System.Text.Json;
using PolicyGraph.Api.Planning;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.TypeSystem;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Api.Metrics;

/// <summary>
/// Plans the questions behind a metric: the indicators that may be meant, and the statistics of those that are, each row with what series
/// are made of (<see cref="MetricRow"/>) and, under keys of their own, the parts that the operation wants written as they are:
/// <c>statistic { … }</c>, <c>subject { … }</c>, <c>period { … }</c>.
/// </summary>
internal sealed class MetricQuery
{
    private const int MostNames = 100;
    private const int MostSubjects = 50;
    private const int LongestName = 400;

    private readonly Planner _planner;
    private readonly ObjectType _statistic;
    private readonly Dictionary<FieldSelection, string> _parts = [];

    public MetricQuery(Planner planner, GraphQL.TypeSystem.Schema schema)
    {
        _planner = planner;
        _statistic = (ObjectType)(schema.Find("Statistic") ?? throw new InvalidOperationException("The schema has no type Statistic."));
        Names = planner.Slots.Constant(null);
    }

    /// <summary>The key of a row under which each of these selections is answered.</summary>
    public IReadOnlyDictionary<FieldSelection, string> Parts => _parts;

    /// <summary>For the names of the indicators that are meant, which the first answer tells.</summary>
    public Slot Names { get; }

    /// <summary>The question for the names of the indicators that may be meant.</summary>
    public static GraphQuery PlanNames(Planner planner, FieldSelection selection)
    {
        var asked = selection.Arguments["indicator"];
        var read = StoreValues.Text("indicator", LongestName);
        var filter = new AnyOf([
            new PropertyFilter(
                "name",
                Comparison.In,
                planner.Slots.Add(asked, value => IndicatorNames.Possible((string)read(value)!).ToArray<object?>())
            ), // The reader refuses null.
            new PropertyFilter("name", Comparison.EndsWith, planner.Slots.Add(asked, read)),
        ]);
        var none = planner.Slots.Constant(null);
        var nodes = new NodesField(new OutputKey(MetricRow.Nodes), new Shape([Own("name")]));
        return new GraphQuery(
            new ListRoot(
                "Indicator",
                new Connection(filter, EdgeFilter: null, [], new Page(planner.Slots.Constant((long)MostNames), none, none, none), [nodes])
            )
        );
    }

    /// <summary>The names of the first answer.</summary>
    public static IReadOnlyCollection<string> ReadNames(ReadOnlyMemory<byte> answer)
    {
        using var json = JsonDocument.Parse(answer);
        return
        [
            .. json
                .RootElement.GetProperty(MetricRow.Nodes)
                .EnumerateArray()
                .Select(node => node.GetProperty("name").GetString())
                .OfType<string>(),
        ];
    }

    public GraphQuery Plan(FieldSelection selection)
    {
        List<OutputField> fields = [.. OwnFields()];
        AddParts(selection, fields);
        var page = new Page(_planner.Slots.Constant(Metric.MostRows + 1L), Null, Null, Null);
        var nodes = new NodesField(new OutputKey(MetricRow.Nodes), new Shape(fields));
        var connection = new Connection(FilterOf(selection), EdgeFilter: null, [Order("periodEnd"), Order("periodStart")], page, [nodes]);
        return new GraphQuery(new ListRoot(_statistic.Name, connection));
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

    private OutputField Part(FieldSelection selection, OutputKey key) =>
        selection.Definition.Name switch
        {
            "subject" => new NeighbourField(key, _planner.Mapping.StepOf(_statistic.Fields["subject"]), _planner.Shapes.Plan(selection)),
            "period" => new ObjectField(key, _planner.Shapes.Plan(selection), ["periodLabel"]),
            _ => new ObjectField(key, _planner.Shapes.Plan(selection), []),
        };

    private AllOf FilterOf(FieldSelection selection)
    {
        var filters = new List<Filter> { new PropertyFilter("indicator", Comparison.In, Names) };
        if (Subjects(selection) is { } subjects)
        {
            filters.Add(subjects);
        }

        Add(filters, selection, "kind", Comparison.Equal, "kind");
        Add(filters, selection, "from", Comparison.AtLeast, "periodEnd");
        Add(filters, selection, "to", Comparison.AtMost, "periodStart");
        return new AllOf(filters);
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
        return new RelationFilter(
            _planner.Mapping.StepOf(_statistic.Fields["subject"]),
            Quantifier.Some,
            new AnyOf([.. names]),
            Edge: null
        );
    }

    private IEnumerable<Filter> OneOf(ArgumentValue value, string argument)
    {
        var comparison = argument == "subject" ? Comparison.Equal : Comparison.In;
        var slot = _planner.Slots.Add(
            value,
            argument == "subject" ? StoreValues.Text(argument, LongestName) : StoreValues.AtMost(argument, MostSubjects)
        );
        return [new NameFilter(comparison, slot), new PropertyFilter("id", comparison, slot)];
    }
}
