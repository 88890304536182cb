using System.Collections.Immutable;
using PolicyGraph.Extraction.Text.Formats;

namespace PolicyGraph.Extraction.Benchmarks;

/// <summary>The papers that are measured: files, or folders whose papers are taken in the order of their names.</summary>
/// <param name="Papers">As <see cref="PaperReader"/> reads them: reading a format is not measured.</param>
internal sealed record Texts(ImmutableArray<string> Papers)
{
    /// <summary>UTF-16 code units of all papers together, the unit of every rate.</summary>
    public long Characters { get; } = Papers.Sum(paper => (long)paper.Length);

    /// <param name="paths">The samples of the repository where none is named.</param>
    /// <exception cref="PaperException">A file is missing or cannot be read.</exception>
    public static async Task<Texts> ReadAsync(IReadOnlyCollection<string> paths, CancellationToken cancellation)
    {
        var reader = new PaperReader();
        var papers = ImmutableArray.CreateBuilder<string>();
        foreach (var path in paths.DefaultIfEmpty(Samples()).SelectMany(Files))
        {
            await foreach (var result in reader.ReadAsync(path, cancellation))
            {
                papers.Add(result.Paper.Text);
            }
        }

        return new(papers.ToImmutable());
    }

    private static IEnumerable<string> Files(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path).Where(PaperReader.CanRead).Order(StringComparer.Ordinal) : [path];

    private static string Samples()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !Directory.Exists(Path.Combine(folder, "samples")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return Path.Combine(folder ?? ".", "samples");
    }
}
