namespace PolicyGraph.Intake;

/// <summary>
/// Files put together for one core: short papers are extracted in less time side by side (<see cref="Extraction.Extractor"/>), and pieces
/// of a few milliseconds keep all cores busy.
/// </summary>
internal static class FileBatches
{
    // What the extractor takes through its stages together, at three bytes a character.
    private const long Bytes = 3 << 17;

    /// <summary>The files in their order, one in each batch at least; what may hold many papers or records is a batch of its own.</summary>
    public static IEnumerable<IReadOnlyList<FoundFile>> Of(IEnumerable<FoundFile> files)
    {
        var (batch, bytes) = (new List<FoundFile>(), 0L);
        foreach (var file in files)
        {
            var size = MayHoldMany(file.Path) ? Bytes + 1 : Size(file.Path);
            if (batch.Count > 0 && bytes + size > Bytes)
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(file);
            bytes += size;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private static bool MayHoldMany(string path) => RecordFile.IsRecord(path) || RecordFile.IsCollection(path);

    /// <summary>0 for what is not there, which whoever reads it will say.</summary>
    private static long Size(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}
