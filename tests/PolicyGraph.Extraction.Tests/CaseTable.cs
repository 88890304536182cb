namespace PolicyGraph.Extraction.Tests;

/// <summary>Cases as data: a TSV file beside the test that reads it, a header row and then one case a line.</summary>
internal static class CaseTable
{
    /// <param name="path">Relative to the test project, with forward slashes.</param>
    /// <returns>One row a case, its columns as written; empty where a column is.</returns>
    public static TheoryData<string[]> Read(string path)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, path));
        var width = lines[0].Split('\t').Length;
        var rows = new TheoryData<string[]>();
        foreach (var line in lines.Skip(1))
        {
            var columns = line.Split('\t');
            Assert.True(columns.Length == width, $"{path}: {width} columns are needed in '{line}'.");
            rows.Add(columns);
        }

        return rows;
    }
}
