namespace PolicyGraph.Extraction.Tests;

/// <summary>Reads tables of cases: blocks that begin with <c>=== name</c>, input and expected lines parted by <c>=&gt;</c>.</summary>
internal static class Cases
{
    /// <summary>
    /// All blocks of a file beside the tests. A file without blocks is an error, so that no table can be empty unnoticed.
    /// </summary>
    public static TheoryData<string, string, string> Read(string path)
    {
        var data = new TheoryData<string, string, string>();
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, path));
        foreach (var block in text.Split("\n=== ").Skip(1))
        {
            var name = block[..block.IndexOf('\n', StringComparison.Ordinal)];
            var parts = block[(name.Length + 1)..].Split("\n=>\n");
            data.Add(name, parts[0], parts[1].Trim('\n'));
        }

        return data.Count > 0 ? data : throw new InvalidDataException($"{path} holds no cases: a block begins with a line '=== name'.");
    }
}
