using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.TypeSystem;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Api.Planning;

/// <summary>
/// One query while it is planned: the mapping that it goes by, the slots that it gives out, and the planners of its parts, which call each
/// other.
/// </summary>
internal sealed class Planner
{
    public Planner(Mapping mapping)
    {
        Mapping = mapping;
        Shapes = new ShapePlanner(this);
        Connections = new ConnectionPlanner(this);
        Filters = new FilterPlanner(this);
        Orders = new OrderPlanner(this);
        Groups = new GroupPlanner(this);
        Documents = new DocumentPlanner(this);
    }

    public Mapping Mapping { get; }

    public Slots Slots { get; } = new();

    public ShapePlanner Shapes { get; }

    public ConnectionPlanner Connections { get; }

    public FilterPlanner Filters { get; }

    public OrderPlanner Orders { get; }

    public GroupPlanner Groups { get; }

    public DocumentPlanner Documents { get; }

    /// <summary>The key under which a selection is answered.</summary>
    public static OutputKey Key(FieldSelection selection) => new(selection.ResponseKey);

    /// <summary>The name of a type as JSON, for <c>__typename</c>.</summary>
    public static ReadOnlyMemory<byte> TypeName(TypeDefinition type) => System.Text.Encoding.UTF8.GetBytes($"\"{type.Name}\"");

    /// <summary>A whole-number argument with a default in the schema.</summary>
    public Slot Size(FieldSelection selection, string argument, long least, long most) =>
        selection.Argument(argument) is { IsNull: false } value
            ? Slots.Add(value, StoreValues.Within(argument, least, most))
            : throw StoreValues.Refuse($"`{argument}` of {selection.ResponseKey} must not be null.");
}
