using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.TypeSystem;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Api.Planning;

/// <summary>
/// Plans conditions. Null for a whole condition is no condition; null inside one (<c>{eq: null}</c>) asks for what is missing.
/// </summary>
internal sealed class FilterPlanner(Planner planner)
{
    /// <summary>A <c>where</c> on nodes of a type, or null where it asks nothing.</summary>
    public Filter? OnNodes(ArgumentValue? where, TypeDefinition nodes) =>
        All(where, (name, value) => OnNode(name, value, (FieldsType)nodes));

    /// <summary>An <c>edgeWhere</c>, or null where it asks nothing.</summary>
    public Filter? OnEdges(ArgumentValue? where) =>
        All(where, (name, value) => Provenance(name, value) ?? ValueFilters.OnProperty(planner.Slots, name, value));

    /// <summary>Both conditions; either may be null.</summary>
    public static Filter? Both(Filter? one, Filter? other) =>
        (one, other) switch
        {
            (null, _) => other,
            (_, null) => one,
            _ => new AllOf([one, other]),
        };

    private static Filter? All(ArgumentValue? where, Func<string, ArgumentValue, Filter?> each)
    {
        if (where is not ObjectArgument conditions)
        {
            return null;
        }

        var filters = conditions.Fields.Select(field => each(field.Key, field.Value)).OfType<Filter>().ToList();
        return filters.Count switch
        {
            0 => null,
            1 => filters[0],
            _ => new AllOf(filters),
        };
    }

    private Filter? OnNode(string name, ArgumentValue value, FieldsType nodes) =>
        value.IsNull
            ? null
            : name switch
            {
                "and" => new AllOf(Each(value, nodes)),
                "or" => new AnyOf(Each(value, nodes)),
                "not" => new Not(OnNodes(value, nodes) ?? new AllOf([])),
                _ => Provenance(name, value) ?? OnField(nodes.Fields[name], value, nodes),
            };

    private List<Filter> Each(ArgumentValue value, FieldsType nodes) =>
        value is ListArgument list
            ? [.. list.Items.Select(item => OnNodes(item, nodes) ?? new AllOf([]))]
            : [OnNodes(value, nodes) ?? new AllOf([])];

    private Filter? Provenance(string name, ArgumentValue value) =>
        value.IsNull
            ? null
            : name switch
            {
                "evidence" => Evidence(value),
                "supportedOnlyBy" => new OnlyEvidenceFilter(planner.Slots.Add(value)),
                "documentCount" => ValueFilters.All(planner.Slots, value, (comparison, slot) => new DocumentCountFilter(comparison, slot)),
                _ => null,
            };

    private EvidenceFilter Evidence(ArgumentValue where)
    {
        var row = All(where, (name, value) => name == "document" ? null : ValueFilters.OnProperty(planner.Slots, name, value));
        var document = ((ObjectArgument)where).Field("document");
        return new EvidenceFilter(row, document is ObjectArgument { Type: var type } ? OnDocument(document, type) : null);
    }

    /// <summary>The papers' own fields are those of the type that the input type was made for.</summary>
    private Filter? OnDocument(ArgumentValue document, InputObjectType type) => OnNodes(document, planner.Mapping.NodeTypeOf(type));

    private Filter? OnField(FieldDefinition field, ArgumentValue value, FieldsType nodes)
    {
        if (Mapping.PropertyOf(field) is { } property)
        {
            return property == "name" && nodes.Fields.ContainsKey("aliases")
                ? ValueFilters.All(planner.Slots, value, OnName)
                : ValueFilters.OnProperty(planner.Slots, property, value);
        }

        if (Mapping.RelationOf(field) is not null)
        {
            return OnRelation(field, value);
        }

        return Mapping.PartsOf(field) is { } parts ? OnParts(parts, value) : ValueFilters.OnLabel(value);
    }

    /// <summary>Another name than this means that none of the names is this.</summary>
    private static Filter OnName(Comparison comparison, Slot value) =>
        comparison switch
        {
            Comparison.NotEqual => new Not(new NameFilter(Comparison.Equal, value)),
            Comparison.IsNull => new PropertyFilter("name", comparison, value),
            _ => new NameFilter(comparison, value),
        };

    private Filter? OnParts(IReadOnlyList<FieldDefinition> parts, ArgumentValue value) =>
        All(
            value,
            (name, condition) =>
                ValueFilters.OnProperty(planner.Slots, Mapping.PropertyOf(parts.Single(part => part.Name == name)) ?? name, condition)
        );

    private Filter? OnRelation(FieldDefinition field, ArgumentValue value)
    {
        var step = planner.Mapping.StepOf(field);
        var nodes = Mapping.NodeTypeOf(field);
        return field.Type.Definition == nodes
            ? new RelationFilter(step, Quantifier.Some, OnNodes(value, nodes), Edge: null)
            : OnMany((ObjectArgument)value, step, nodes, Mapping.RelationOf(field)?.Text("kind"));
    }

    private AllOf OnMany(ObjectArgument value, Step step, TypeDefinition nodes, string? kind)
    {
        var edge = OnEdges(value.Field("edgeWhere"));
        var ofKind = kind is null ? null : new PropertyFilter("kind", Comparison.Equal, planner.Slots.Constant(kind));
        var filters = new List<Filter>();
        foreach (var (name, quantifier) in new[] { ("some", Quantifier.Some), ("none", Quantifier.None), ("every", Quantifier.Every) })
        {
            if (value.Field(name) is { IsNull: false } where)
            {
                filters.Add(Quantified(step, quantifier, OnNodes(where, nodes), ofKind, edge));
            }
        }

        if (value.Field("count") is { IsNull: false } count)
        {
            var counted = Both(ofKind, OnNodes(value.Field("where"), nodes));
            filters.Add(
                ValueFilters.All(planner.Slots, count, (comparison, slot) => new RelationCountFilter(step, counted, edge, comparison, slot))
            );
        }

        return new AllOf(filters);
    }

    /// <summary>
    /// “Every” speaks of the relations that fit <paramref name="edge"/> and of nodes of the kind alone: none of those is without the rest.
    /// </summary>
    private static RelationFilter Quantified(Step step, Quantifier quantifier, Filter? where, Filter? ofKind, Filter? edge) =>
        quantifier is Quantifier.Every
            ? new RelationFilter(step, Quantifier.None, Both(ofKind, new Not(where ?? new AllOf([]))), edge)
            : new RelationFilter(step, quantifier, Both(ofKind, where), edge);
}
