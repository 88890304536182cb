namespace PolicyGraph.Store.Queries;

/// <summary>How a store will answer a query.</summary>
/// <param name="Plan">For a person to read; with Neo4j the statement.</param>
/// <param name="Parameters">With Neo4j the statement's parameters as one JSON object in UTF-8; else empty.</param>
public readonly record struct QueryExplanation(string Plan, ReadOnlyMemory<byte> Parameters)
{
    public override string ToString() => Plan;
}
