namespace PolicyGraph.Tests.Program;

/// <summary>Where <c>extract</c> puts its records.</summary>
public sealed class ExtractTests : IDisposable
{
    private const string Notice = "关于印发《绿色园区评价办法》的通知\n工信部节〔2023〕5号\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Records_of_a_folder_lie_in_folders_as_its_papers_do()
    {
        _folder.File("papers/2020/a.txt", Notice);
        _folder.File("papers/2021/a.txt", Notice);
        _folder.File("papers/README.md", "Not a paper.");

        var run = await ProgramRun.RunAsync(_folder.Path, "extract", "papers", "--out", "records");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal("2 records in records\n", run.Output);
        var records = Directory
            .EnumerateFiles(Path.Combine(_folder.Path, "records"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_folder.Path, file));
        Assert.Equal(
            ["records/2020/a.json", "records/2021/a.json"],
            records.Select(file => file.Replace('\\', '/')).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Records_of_one_name_do_not_overwrite_each_other()
    {
        _folder.File("2020/a.txt", Notice);
        _folder.File("2021/a.txt", Notice);

        var run = await ProgramRun.RunAsync(_folder.Path, "extract", "2020/a.txt", "2021/a.txt", "--out", "records");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("policygraph: 2021/a.txt: its record would overwrite that of 2020/a.txt", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_line_of_a_collection_is_named_and_the_others_are_written()
    {
        _folder.File("c.jsonl", "{\"text\": \"会议召开。\"}\n{text}\n{\"text\": \"另一篇。\"}\n");

        var run = await ProgramRun.RunAsync(_folder.Path, "extract", "c.jsonl", "--out", "records");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("policygraph: c.jsonl:2: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await File.ReadAllLinesAsync(Path.Combine(_folder.Path, "records", "c.jsonl"))).Length);
    }
}
