namespace PolicyGraph.Intake;

/// <summary>A file that a path of the command line stands for.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">Its name; with the folders between where a folder was named.</param>
internal readonly record struct FoundFile(string Path, string Name);

/// <summary>What one file of papers gave, in the order of its papers.</summary>
internal sealed record PapersOfFile(FoundFile File, IReadOnlyList<IntakeItem> Items);
