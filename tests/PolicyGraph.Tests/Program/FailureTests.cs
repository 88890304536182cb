using System.Net;
using System.Net.Sockets;

namespace PolicyGraph.Tests.Program;

/// <summary>What goes wrong says so in one line, with its exit code, and harms nothing else.</summary>
public sealed class FailureTests : IDisposable
{
    private const string Notice =
        "关于印发《绿色园区评价办法》的通知\n工信部节〔2023〕5号\n现将《绿色园区评价办法》印发给你们。\n工业和信息化部\n2023年4月1日\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, byte[]> BadPapers() =>
        new()
        {
            { "empty.txt", [] },
            { "blank.txt", "  \n\n"u8.ToArray() },
            { "binary.txt", [0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0, 0, 0, 0xff, 0xfe, 0] },
            { "broken.docx", "not a zip"u8.ToArray() },
            { "record.json", "{\"entities\": 5}"u8.ToArray() },
            {
                "unknown-id.json",
                """{"document":{"title":"x"},"relations":[{"type":"ISSUED","from":"e1","to":"e2","evidence":"x"}]}"""u8.ToArray()
            },
        };

    /// <summary>Records with null where there must be something: in the place of a row, or of what a row must have.</summary>
    public static TheoryData<string, string> NullRecords() =>
        new()
        {
            { """{"document":null}""", "at $.document " },
            { """{"document":{},"articles":[null]}""", "at $.articles[0] " },
            { """{"document":{},"entities":[null]}""", "at $.entities[0] " },
            { """{"document":{},"entities":[{"id":"e1","type":"Agency","name":null}]}""", "at $.entities[0].name " },
            { """{"document":{},"relations":[null]}""", "at $.relations[0] " },
            { """{"document":{},"statistics":[null]}""", "at $.statistics[0] " },
        };

    [Theory]
    [MemberData(nameof(NullRecords))]
    public async Task A_null_in_a_record_is_named_and_the_records_around_it_go_on(string record, string place)
    {
        _folder.File(
            "records.jsonl",
            $$$"""
            {"document":{"title":"甲文"},"text":"甲文"}
            {{{record}}}
            {"document":{"title":"乙文"},"text":"乙文"}
            """
        );

        var ingested = await ProgramRun.RunAsync(_folder.Path, "ingest", "records.jsonl");
        var verified = await ProgramRun.RunAsync(_folder.Path, "verify", "records.jsonl");

        Assert.Equal((1, 1), (ingested.ExitCode, verified.ExitCode));
        Assert.All(
            [ingested.Error, verified.Error],
            error => Assert.Matches($"^[^\n]*records.jsonl:2: [^\n]*{System.Text.RegularExpressions.Regex.Escape(place)}[^\n]*\n$", error)
        );
        Assert.Contains("2 added, 1 failed", ingested.Output, StringComparison.Ordinal);
        Assert.Contains("2 records, 0 quotes, 0 wrong, 1 not read", verified.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BadPapers))]
    public async Task A_paper_that_cannot_be_read_is_named_and_the_others_go_on(string name, byte[] bytes)
    {
        _folder.File($"papers/{name}", bytes);
        _folder.File("papers/good.txt", Notice);

        var run = await ProgramRun.RunAsync(_folder.Path, "ingest", "papers");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(name, run.Error, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"   at |System\.|PolicyGraph\.", run.Error);
        Assert.Contains("1 added, 1 failed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_papers_and_a_path_that_is_not_there_are_bad_input()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "nothing"));

        Assert.Equal(2, (await ProgramRun.RunAsync(_folder.Path, "ingest", "nothing")).ExitCode);
        Assert.Equal(2, (await ProgramRun.RunAsync(_folder.Path, "ingest", "nowhere.txt")).ExitCode);
    }

    [Fact]
    public async Task A_bad_line_of_a_collection_is_named_and_the_others_are_taken_in()
    {
        _folder.File("c.jsonl", "{\"text\": \"会议召开。\"}\n{text}\n{\"text\": \"另一篇。\"}\n");

        var run = await ProgramRun.RunAsync(_folder.Path, "ingest", "c.jsonl");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("c.jsonl:2: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("2 added, 1 failed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_is_missing_or_locked_is_named_and_the_others_go_on()
    {
        _folder.File("good.txt", Notice);
        using var locked = new FileStream(_folder.File("locked.json", "{}"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        using var lockedLines = new FileStream(
            _folder.File("locked.jsonl", "{\"document\":{}}"),
            FileMode.Open,
            FileAccess.ReadWrite,
            FileShare.None
        );

        var run = await ProgramRun.RunAsync(_folder.Path, "ingest", "missing.json", "locked.json", "locked.jsonl", "good.txt");

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(
            @"^policygraph: missing\.json: there is no such file.*\npolicygraph: locked\.json: it cannot be read.*\npolicygraph: locked\.jsonl: it cannot be read",
            run.Error
        );
        Assert.Contains("1 added, 3 failed", run.Output, StringComparison.Ordinal);
    }

    [FullDiskFact]
    public async Task An_output_that_is_full_is_said()
    {
        _folder.File("good.txt", Notice);
        await ProgramRun.RunAsync(_folder.Path, "ingest", "good.txt");

        foreach (
            var words in (string[][])
                [
                    ["status"],
                    ["export"],
                    ["query", "{ __typename }"],
                    ["extract", "good.txt"],
                ]
        )
        {
            var run = await ProgramRun.RunIntoAsync(_folder.Path, FullDiskFactAttribute.Path, words);
            Assert.Equal(5, run.ExitCode);
            Assert.StartsWith("policygraph: The output cannot be written: ", run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(
        "curator write first-secret-00000001\n# a comment\ncurator read second-secret-0000001\n",
        "keys.txt:3: the name of this key is that of line 1 too"
    )]
    [InlineData(
        "curator write same-secret-00000001\nreader read same-secret-00000001\n",
        "keys.txt:2: the secret of this key is that of line 1 too"
    )]
    [InlineData("curator writes first-secret-00000001\n", "keys.txt:1: a key is written NAME read|write SECRET")]
    [InlineData("curator write short\n", "at least 16 characters")]
    public async Task Keys_that_could_not_be_told_apart_are_refused_without_telling_them(string keys, string message)
    {
        _folder.File("keys.txt", keys);

        var run = await ProgramRun.RunAsync(_folder.Path, "serve", "--keys", "keys.txt", "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("-secret-", run.Error + run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_said()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var run = await ProgramRun.RunAsync(_folder.Path, "serve", "--urls", $"http://{taken.LocalEndpoint}");

        Assert.Equal(4, run.ExitCode);
        Assert.Contains("--urls", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_lie_in_the_working_folder_do_not_override_the_command_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        _folder.File("appsettings.json", """{"Kestrel":{"Endpoints":{"other":{"Url":"http://127.0.0.1:0"}}}}""");

        Assert.Equal(4, (await ProgramRun.RunAsync(_folder.Path, "serve", "--urls", $"http://{taken.LocalEndpoint}")).ExitCode); // It would serve elsewhere.
    }

    [Theory]
    [InlineData("{ agencies { nodes { nmae } } }", "nmae")]
    [InlineData("{ agencies {", "Syntax Error")]
    [InlineData("", "Syntax Error")]
    public async Task A_malformed_query_is_answered_as_the_specification_says(string query, string expected)
    {
        _folder.File("good.txt", Notice);
        await ProgramRun.RunAsync(_folder.Path, "ingest", "good.txt");

        var run = await ProgramRun.RunAsync(_folder.Path, "query", query);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{bad", "The variables are no JSON from line 1, byte 2 on")]
    [InlineData("{\"name\": \"甲\"", "The variables are no JSON from line 1, byte 15 on")]
    [InlineData("[1]", "Variables must be one JSON object.")]
    public async Task Variables_that_cannot_be_read_are_told_with_their_place(string variables, string expected)
    {
        _folder.File("good.txt", Notice);
        await ProgramRun.RunAsync(_folder.Path, "ingest", "good.txt");

        var run = await ProgramRun.RunAsync(_folder.Path, "query", "{ __typename }", "--variables", variables);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("BytePositionInLine", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_to_a_link_is_written_where_the_link_leads()
    {
        _folder.File("good.txt", Notice);
        await ProgramRun.RunAsync(_folder.Path, "ingest", "good.txt");
        var target = _folder.File("target.jsonl", "old");
        var link = Path.Combine(_folder.Path, "link.jsonl");
        File.CreateSymbolicLink(link, target);

        Assert.Equal(0, (await ProgramRun.RunAsync(_folder.Path, "export", "--out", "link.jsonl")).ExitCode);

        Assert.NotNull(File.ResolveLinkTarget(link, returnFinalTarget: false));
        Assert.Contains("绿色园区评价办法", await File.ReadAllTextAsync(target), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_paper_is_gone_and_an_unknown_one_is_said()
    {
        _folder.File("papers/good.txt", Notice);
        await ProgramRun.RunAsync(_folder.Path, "ingest", "papers");
        var asked = await ProgramRun.RunAsync(_folder.Path, "query", "{ documents { nodes { id } } }");
        var id = System
            .Text.Json.JsonDocument.Parse(asked.Output)
            .RootElement.GetProperty("data")
            .GetProperty("documents")
            .GetProperty("nodes")[0]
            .GetProperty("id")
            .GetString()!;

        Assert.Equal(0, (await ProgramRun.RunAsync(_folder.Path, "remove", id)).ExitCode);
        Assert.Equal(2, (await ProgramRun.RunAsync(_folder.Path, "remove", id)).ExitCode);
        Assert.Contains("documents  0", (await ProgramRun.RunAsync(_folder.Path, "status")).Output, StringComparison.Ordinal);
    }
}
