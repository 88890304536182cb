namespace PolicyGraph.Tests.Program;

/// <summary>A call that is wrong is told in short and in the words of the command line, ends with 2, and leaves nothing behind.</summary>
public sealed class CallTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CallTests()
    {
        _folder.File("a.txt", "关于印发《绿色园区评价办法》的通知\n");
        _folder.File("-b.txt", "关于印发《低碳园区评价办法》的通知\n");
        _folder.File("keys.txt", "curator write first-secret-00000001\n");
        _folder.File("no-keys.txt", "# nobody yet\n");
        _folder.File("empty.txt", "");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "empty"));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Required command was not provided")]
    [InlineData("has no place for 'frob'", "frob")]
    [InlineData("'PATH' missing", "extract")]
    [InlineData("--privat is no option", "serve", "a.txt", "--privat")]
    [InlineData("--key is no option", "serve", "--key", "keys.txt")]
    [InlineData("--stor is no option", "ingest", "a.txt", "--stor", "elsewhere")]
    [InlineData("--stor is no option", "remove", "--stor", "elsewhere", "document_0123456789abcdef")]
    [InlineData("--htm is no option", "extract", "a.txt", "--htm")]
    [InlineData("-s is no option", "verify", "a.txt", "-s")]
    [InlineData("--stor is no option", "status", "--stor", "elsewhere")]
    [InlineData("a whole number, not 'many'", "serve", "--max-depth", "many")]
    [InlineData("seconds, at most 2147483, not 'long'", "serve", "--time-limit", "long")]
    [InlineData("one of jsonl|csv|graphml|cypher, not 'rdf'", "export", "--format", "rdf")]
    [InlineData("name a folder for them with --out", "export", "--format", "csv")]
    [InlineData("--store is blank", "ingest", "a.txt", "--store", "")]
    [InlineData("not 'http://127.0.0.1:99999'", "serve", "--urls", "http://127.0.0.1:99999")]
    [InlineData("not 'somewhere'", "serve", "--urls", "http://127.0.0.1:0;somewhere")]
    [InlineData("not 'https://127.0.0.1:0'", "serve", "--urls", "https://127.0.0.1:0")]
    [InlineData("not 'http://localhost:0'", "serve", "--urls", "http://localhost:0")]
    [InlineData("not 'http://127.0.0.1:0/graph'", "serve", "--urls", "http://127.0.0.1:0/graph")]
    [InlineData("@keys.txt: there is no such file", "serve", "@keys.txt")]
    [InlineData("--keys FILE", "serve", "--private")]
    [InlineData("--keys FILE", "serve", "--private", "--keys", "no-keys.txt")]
    [InlineData("--keys nowhere: there is no such file", "serve", "--keys", "nowhere")]
    [InlineData("--trusted FOLDER", "serve", "--only-trusted")]
    [InlineData("--trusted nowhere: there is no such folder", "serve", "--trusted", "nowhere")]
    [InlineData("not 'example.org'", "serve", "--allow-origin", "example.org")]
    [InlineData("not 'https://example.org/'", "serve", "--allow-origin", "https://example.org/")]
    [InlineData("nowhere.txt: there is no such file or folder", "serve", "a.txt", "nowhere.txt")]
    [InlineData("nowhere: there is no such file or folder", "verify", "nowhere")]
    [InlineData("nowhere/: there is no such file or folder", "extract", "nowhere/")]
    [InlineData("empty: the folder holds no papers", "extract", "empty")]
    [InlineData("--out a.txt: that is a file; name a folder", "extract", "a.txt", "--out", "a.txt")]
    [InlineData("--out a.txt: that is a file; name a folder", "export", "--format", "csv", "--out", "a.txt")]
    [InlineData("--out empty: that is a folder; name a file in it", "export", "--out", "empty")]
    [InlineData("--out /dev/full: that is no place for a file", "export", "--out", "/dev/full")]
    [InlineData("a.txt is a file, and a store is a folder", "ingest", "a.txt", "--store", "a.txt")]
    [InlineData("a.txt is a file, and a store is a folder", "status", "--store", "a.txt")]
    [InlineData("the folder for it is missing", "export", "--out", "nowhere/all.jsonl")]
    [InlineData("--html and --explain are two forms", "extract", "a.txt", "--html", "--explain")]
    [InlineData("There is no store in nostore", "status", "--store", "nostore")]
    [InlineData("There is no store in nostore", "query", "{ __typename }", "--store", "nostore")]
    [InlineData("There is no store in nostore", "export", "--store", "nostore")]
    [InlineData("There is no store in nostore", "remove", "document_0123456789abcdef", "--store", "nostore")]
    public async Task A_wrong_call_says_what_is_wrong_and_changes_nothing(string message, params string[] words)
    {
        var before = Entries();

        var run = await ProgramRun.RunAsync(_folder.Path, words);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"System\.|PolicyGraph\.|   at ", run.Error);
        Assert.InRange(run.Error.Count(c => c == '\n'), 1, 2);
        Assert.All(run.Error.Trim().Split('\n'), line => Assert.StartsWith("policygraph: ", line, StringComparison.Ordinal));
        Assert.Equal(before, Entries());
    }

    [Fact]
    public async Task A_service_does_not_start_where_none_of_its_papers_can_be_read()
    {
        var run = await ProgramRun.RunAsync(_folder.Path, "serve", "empty.txt", "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("the service does not start", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_begins_with_a_hyphen_is_written_after_two()
    {
        var run = await ProgramRun.RunAsync(_folder.Path, "extract", "--", "-b.txt");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("低碳园区评价办法", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[default: jsonl]", "export")]
    [InlineData("at least 16 characters", "serve")]
    [InlineData(".jsonl with one a line", "ingest")]
    public async Task The_help_of_a_command_says_what_its_options_take(string text, string command)
    {
        var run = await ProgramRun.RunAsync(_folder.Path, command, "--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(text, run.Output, StringComparison.Ordinal);
    }

    private string[] Entries() =>
        [.. Directory.EnumerateFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
