using System.Collections.Frozen;
using PolicyGraph.GraphQL.TypeSystem;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Api.Planning;

/// <summary>What the schema's directives say of its fields: which property, which relation.</summary>
internal sealed class Mapping
{
    private readonly GraphQL.TypeSystem.Schema _schema;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _labels;
    private readonly FrozenDictionary<(string Relation, Direction Direction), FrozenSet<string>> _farEnds;

    public Mapping(GraphQL.TypeSystem.Schema schema, GraphModel model)
    {
        _schema = schema;
        Facts = [.. model.EdgeTypes.Values.Where(type => type.IsFact).Select(type => type.Name).Order(StringComparer.Ordinal)];
        Entities = [.. model.NodeTypes.Values.Where(type => type.IsEntity).Select(type => type.Label).Order(StringComparer.Ordinal)];
        _labels = model
            .NodeTypes.Keys.ToFrozenDictionary(label => label, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _farEnds = FarEnds(schema);
    }

    /// <summary>The relations of the ontology.</summary>
    public IReadOnlyList<string> Facts { get; }

    /// <summary>The labels of the nine entity types.</summary>
    public IReadOnlyList<string> Entities { get; }

    /// <summary>The property that a field shows, or null.</summary>
    public static string? PropertyOf(FieldDefinition field) =>
        field.Directives.Find("property") is { } property ? property.Text("name") ?? field.Name : null;

    /// <summary>The @relation of a field, or null.</summary>
    public static AppliedDirective? RelationOf(FieldDefinition field) => field.Directives.Find("relation");

    /// <summary>The type of the nodes that a relation field leads to, through its connection or not.</summary>
    public static TypeDefinition NodeTypeOf(FieldDefinition field) =>
        field.Type.Definition is FieldsType connection && connection.Fields.TryGetValue("nodes", out var nodes)
            ? nodes.Type.Definition
            : field.Type.Definition;

    /// <summary>The type of nodes that an input type (<c>PolicyWhere</c>, <c>PolicyGroupBy</c>) was made for.</summary>
    public FieldsType NodeTypeOf(InputObjectType input)
    {
        var name = input.Name.EndsWith("Where", StringComparison.Ordinal) ? input.Name[..^"Where".Length] : input.Name[..^"GroupBy".Length];
        return (FieldsType)(_schema.Find(name) ?? throw new InvalidOperationException($"{input.Name} was made for no type."));
    }

    /// <summary>The properties that a field shows together (<c>period</c>), or null where it shows no part of its row.</summary>
    public static IReadOnlyList<FieldDefinition>? PartsOf(FieldDefinition field) =>
        field.Type.Nullable is ObjectType type && type.Directives.Find("part") is not null ? [.. type.Fields.Values] : null;

    /// <summary>The labels that nodes of a type may have.</summary>
    public IReadOnlyList<string> LabelsOf(TypeDefinition type) => [.. _schema.PossibleTypes(type).Select(possible => possible.Name)];

    /// <summary>The label of nodes whose ids begin so, or null where none do.</summary>
    public string? LabelOfId(ReadOnlySpan<char> prefix) => _labels.TryGetValue(prefix, out var label) ? label : null;

    /// <summary>The relation of a field, as a step.</summary>
    /// <param name="only">Of a field over all relations: those wanted, or null for all.</param>
    public Step StepOf(FieldDefinition field, IReadOnlyList<string>? only = null)
    {
        var relation = RelationOf(field) ?? throw new InvalidOperationException($"The field {field.Name} maps to no relation.");
        var types = relation.Texts("type") is { Count: > 0 } named ? named : only ?? Facts;
        var direction = DirectionOf(relation);
        var labels = LabelsOf(NodeTypeOf(field));
        var isCertain = types.All(type => _farEnds[(type, direction)].IsSubsetOf(labels));
        return isCertain ? new Step(types, direction, []) { Certain = labels } : new Step(types, direction, labels);
    }

    /// <summary>The labels that a step may lead to.</summary>
    public IReadOnlyList<string> EndsOf(Step step) =>
        step.Target.Count > 0
            ? step.Target
            :
            [
                .. (step.Types.Count == 0 ? Facts : step.Types)
                    .SelectMany(type => _farEnds.GetValueOrDefault((type, step.Direction), []))
                    .Distinct(),
            ];

    private static Direction DirectionOf(AppliedDirective relation) =>
        relation.Text("direction") switch
        {
            "IN" => Direction.In,
            "BOTH" => Direction.Both,
            _ => Direction.Out,
        };

    /// <summary>Which labels stand at the far end of each relation, so that a step need not test what cannot be otherwise.</summary>
    private static FrozenDictionary<(string, Direction), FrozenSet<string>> FarEnds(GraphQL.TypeSystem.Schema schema)
    {
        var ends = new Dictionary<(string, Direction), HashSet<string>>();
        foreach (var type in schema.Types.OfType<ObjectType>())
        {
            foreach (var field in type.Fields.Values.Where(field => RelationOf(field) is not null))
            {
                Add(ends, schema, type, field);
            }
        }

        return ends.ToFrozenDictionary(end => end.Key, end => end.Value.ToFrozenSet());
    }

    private static void Add(
        Dictionary<(string, Direction), HashSet<string>> ends,
        GraphQL.TypeSystem.Schema schema,
        ObjectType type,
        FieldDefinition field
    )
    {
        var relation = RelationOf(field)!; // the caller has seen it
        var far = schema.PossibleTypes(NodeTypeOf(field)).Select(possible => possible.Name).ToList();
        foreach (var name in relation.Texts("type"))
        {
            var direction = DirectionOf(relation);
            End(ends, name, direction).UnionWith(far);
            End(ends, name, direction is Direction.Out ? Direction.In : Direction.Out).Add(type.Name);
            End(ends, name, Direction.Both).UnionWith([.. far, type.Name]);
        }
    }

    private static HashSet<string> End(Dictionary<(string, Direction), HashSet<string>> ends, string relation, Direction direction)
    {
        if (!ends.TryGetValue((relation, direction), out var labels))
        {
            ends.Add((relation, direction), labels = []);
        }

        return labels;
    }
}
