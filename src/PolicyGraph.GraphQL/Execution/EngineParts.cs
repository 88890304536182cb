using PolicyGraph.GraphQL.Cost;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>What all operations of one engine are prepared with.</summary>
/// <param name="MaxPlans">Plans kept for each operation.</param>
internal sealed record EngineParts(Schema Schema, RootPlanners Planners, CostModel Costs, int MaxPlans);
