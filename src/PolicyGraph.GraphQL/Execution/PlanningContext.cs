using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>What a planner may know besides its field.</summary>
public sealed class PlanningContext(Schema schema, OperationNode operation)
{
    public Schema Schema { get; } = schema;

    /// <summary>The operation that the field belongs to: its kind and name.</summary>
    public OperationNode Operation { get; } = operation;
}
