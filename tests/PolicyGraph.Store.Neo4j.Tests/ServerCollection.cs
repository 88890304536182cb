namespace PolicyGraph.Store.Neo4j.Tests;

/// <summary>Tests that use the one database, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ServerCollection
{
    public const string Name = "server";
}
