using PolicyGraph.GraphQL.Tests.Oracle;

namespace PolicyGraph.GraphQL.Tests.Http;

/// <summary>The audit of GraphQL over HTTP, as graphql-http has it.</summary>
public sealed class AuditTests
{
    [ReferenceFact]
    public async Task Passes_the_audit_without_a_warning()
    {
        await using var server = await SmallServer.StartAsync();
        var report = await ReferenceImplementation.Project.RunAsync("audit.mjs", server.Client.BaseAddress!.ToString());
        Assert.Equal("61 of 61 ok", report);
    }
}
