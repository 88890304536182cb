using PolicyGraph.GraphQL.Cost;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>What all operations of one engine are prepared with.</summary>
/// <param name="MaxPlans">Plans kept for each operation.</param>
/// <param name="Suggestions">Whether errors in variables name what is close.</param>
internal sealed record EngineParts(Schema Schema, RootPlanners Planners, CostModel Costs, int MaxPlans, Suggestions Suggestions);
