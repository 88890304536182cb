namespace PolicyGraph.Tests.Program;

/// <summary>What one store gives another takes: the same documents, nodes and relations.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_export_taken_in_elsewhere_is_the_same_graph()
    {
        await ProgramRun.RunAsync(_folder.Path, "ingest", RepositoryRoot.Of("samples"), "--store", "first");
        Assert.Equal(0, (await ProgramRun.RunAsync(_folder.Path, "export", "--out", "all.jsonl", "--store", "first")).ExitCode);
        Assert.Equal(0, (await ProgramRun.RunAsync(_folder.Path, "ingest", "all.jsonl", "--store", "second")).ExitCode);

        Assert.Equal(await CountsAsync("first"), await CountsAsync("second"));
    }

    private async Task<string> CountsAsync(string store)
    {
        var status = await ProgramRun.RunAsync(_folder.Path, "status", "--store", store);
        return string.Join('\n', status.Output.Split('\n').Skip(1));
    }
}
