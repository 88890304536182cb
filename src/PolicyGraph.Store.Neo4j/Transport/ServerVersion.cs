namespace PolicyGraph.Store.Neo4j.Transport;

/// <summary>
/// Which Neo4j can be spoken to: <c>CALL (*) { … }</c>, which the statements use, came with 5.23 (Cypher manual, “CALL subqueries”: from
/// 5.23 on those without a variable scope clause are deprecated).
/// </summary>
internal static class ServerVersion
{
    public const string Least = "5.23";

    private const string Ask = "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0]";

    /// <exception cref="StoreException"><see cref="StoreErrorCode.Unsupported"/>: the server is older.</exception>
    public static async Task CheckAsync(INeo4jTransport transport, CancellationToken cancellation)
    {
        using var answer = await transport.RunAsync(new Statement(Ask, null, IsRead: true), cancellation);
        var told = answer.Rows.GetArrayLength() > 0 ? answer.Rows[0][0].GetString() : null;
        if (Parse(told) is { } version && version < Version.Parse(Least))
        {
            throw new StoreException(
                StoreErrorCode.Unsupported,
                $"Neo4j at {transport.Address} is of version {told}; {Least} or later is needed."
            );
        }
    }

    /// <summary>The first two numbers of <c>5.26.31</c>, <c>5.27-aura</c> or <c>2025.01.0</c>; null where there are none.</summary>
    private static Version? Parse(string? told) =>
        Version.TryParse(string.Join('.', (told ?? "").Split('.', '-').Take(2)), out var version) ? version : null;
}
