using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.TypeSystem;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Api.Planning;

/// <summary>Plans orders. Each key is an object with one field: <c>{issued: {count: DESC}}</c>.</summary>
internal sealed class OrderPlanner(Planner planner)
{
    private const int MostKeys = 8;

    /// <summary>The keys by weight; none for the usual order.</summary>
    public IReadOnlyList<OrderKey> Plan(ArgumentValue? orderBy, TypeDefinition nodes)
    {
        IReadOnlyList<ArgumentValue> keys = orderBy switch
        {
            ListArgument list => list.Items,
            ObjectArgument single => [single],
            _ => [],
        };
        return keys.Count <= MostKeys
            ? [.. keys.OfType<ObjectArgument>().Select(key => Key(key.Fields.Single(), (FieldsType)nodes))]
            : throw StoreValues.Refuse($"`orderBy` takes at most {MostKeys} keys, found: {keys.Count}.");
    }

    /// <summary>Whether a <c>SortDirection</c> is downwards.</summary>
    public static bool IsDescending(ArgumentValue? direction) =>
        direction is ConstantArgument { Value: { Kind: InputKind.Enum } value } && value.AsString() == "DESC";

    private OrderKey Key(KeyValuePair<string, ArgumentValue> key, FieldsType nodes)
    {
        if (!nodes.Fields.TryGetValue(key.Key, out var field))
        {
            return new EdgePropertyOrder(key.Key, IsDescending(key.Value));
        }

        if (Mapping.PropertyOf(field) is { } property)
        {
            return new PropertyOrder(property, IsDescending(key.Value));
        }

        if (Mapping.RelationOf(field) is { } relation)
        {
            return Count(field, relation, (ObjectArgument)key.Value);
        }

        return Mapping.PartsOf(field) is { } parts
            ? Part(parts, (ObjectArgument)key.Value)
            : new DocumentCountOrder(IsDescending(key.Value));
    }

    private RelationCountOrder Count(FieldDefinition field, AppliedDirective relation, ObjectArgument order)
    {
        var ofKind = relation.Text("kind") is { } kind ? new PropertyFilter("kind", Comparison.Equal, planner.Slots.Constant(kind)) : null;
        return new RelationCountOrder(planner.Mapping.StepOf(field), ofKind, IsDescending(order.Field("count")));
    }

    private static PropertyOrder Part(IReadOnlyList<FieldDefinition> parts, ObjectArgument order)
    {
        var (name, direction) = order.Fields.Single();
        return new PropertyOrder(Mapping.PropertyOf(parts.Single(part => part.Name == name)) ?? name, IsDescending(direction));
    }
}
