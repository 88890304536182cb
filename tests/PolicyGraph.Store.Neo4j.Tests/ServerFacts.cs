namespace PolicyGraph.Store.Neo4j.Tests;

/// <summary>A test that needs a server; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServerFactAttribute : FactAttribute
{
    public ServerFactAttribute() => Skip = Neo4jServer.Missing;
}

/// <summary>As <see cref="ServerFactAttribute"/>, for a table of cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServerTheoryAttribute : TheoryAttribute
{
    public ServerTheoryAttribute() => Skip = Neo4jServer.Missing;
}

/// <summary>A test that starts, and kills, a server of its own.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OwnServerFactAttribute : FactAttribute
{
    public OwnServerFactAttribute() => Skip = Neo4jServer.NoStarter ?? Neo4jServer.Missing;
}
