using System.Globalization;
using PolicyGraph.Intake;
using PolicyGraph.Tests.Program;

namespace PolicyGraph.Tests.Intake;

/// <summary>Short papers go together, long ones and files of many records by themselves, all in their order.</summary>
public sealed class FileBatchesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a.txt:10 b.md:20", "a.txt b.md")]
    [InlineData("a.txt:200000 b.txt:180000 c.txt:20000 d.txt:1", "a.txt b.txt | c.txt d.txt")]
    [InlineData("a.txt:10 b.html:600000 c.txt:10", "a.txt | b.html | c.txt")]
    [InlineData("a.txt:10 b.jsonl:10 c.txt:10", "a.txt | b.jsonl | c.txt")]
    [InlineData("a.json:10 b.json:10", "a.json | b.json")]
    [InlineData("missing.txt missing.json a.txt:1", "missing.txt | missing.json | a.txt")]
    public void Files_go_together_up_to_a_size(string files, string batches)
    {
        using var folder = new TemporaryFolder();
        var found = files
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(file => file.Split(':'))
            .Select(file =>
            {
                var path = file is [var name, var size]
                    ? folder.File(name, new byte[int.Parse(size, CultureInfo.InvariantCulture)])
                    : Path.Combine(folder.Path, file[0]);
                return new FoundFile(path, file[0]);
            });
        Assert.Equal(batches, string.Join(" | ", FileBatches.Of(found).Select(batch => string.Join(' ', batch.Select(file => file.Name)))));
    }
}
