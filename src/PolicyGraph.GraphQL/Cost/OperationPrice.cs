namespace PolicyGraph.GraphQL.Cost;

/// <summary>The price of one operation with its values: the most that it can ask of the service, known before it runs.</summary>
/// <param name="FieldCost">Calls of fields, each with its weight.</param>
/// <param name="TypeCost">Values answered, each with the weight of its type.</param>
/// <param name="DearestField">The way to the field that costs most by itself, by response keys: <c>agencies.nodes.issued</c>; empty where
/// all is free.</param>
/// <param name="DearestCost">What that field costs.</param>
public sealed record OperationPrice(double FieldCost, double TypeCost, string DearestField, double DearestCost)
{
    /// <summary>What is held against <see cref="OperationLimits.MaxPrice"/>.</summary>
    public double Total => FieldCost + TypeCost;
}
