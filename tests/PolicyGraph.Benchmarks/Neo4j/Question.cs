namespace PolicyGraph.Benchmarks.Neo4j;

/// <summary>What is asked in several ways that mean the same.</summary>
/// <param name="Operation">In GraphQL, of this service.</param>
/// <param name="Statement">In Cypher, as somebody would write it by hand who knows the graph and wants just that.</param>
/// <param name="Peer">In GraphQL, of @neo4j/graphql; null where it cannot say it.</param>
/// <param name="Variables">Of each asking one object, the same for all ways; they take turns.</param>
/// <param name="Leaves">What every answer must hold, as often as <see cref="LeafCount"/> says, so that none is quick because it is
/// empty.</param>
internal sealed record Question(
    string Name,
    string Operation,
    string Statement,
    string? Peer,
    IReadOnlyList<string> Variables,
    string Leaves,
    int LeafCount
);
