namespace PolicyGraph.Store.Embedded.Journal;

/// <summary>Writes a journal anew into one file, which comes into force by its renaming.</summary>
internal static class JournalCompaction
{
    public static async Task<(JournalSegment Segment, long Length)> WriteAsync(
        string folder,
        int number,
        IEnumerable<JournalBatch> batches,
        JournalDisk disk,
        CancellationToken cancellation
    )
    {
        var segment = await JournalSegment.CreateAsync(folder, number, isBase: true, JournalFolder.Unfinished, disk, cancellation);
        long length = JournalFormat.HeaderSize;
        var written = new List<(JournalBatch Batch, long Offset)>();
        try
        {
            foreach (var batch in batches)
            {
                await disk.WriteAsync(segment.File, batch.Bytes, length, cancellation);
                written.Add((batch, length));
                length += batch.Bytes.Length;
                batch.DropBytes();
            }

            disk.Flush(segment.File);
            var path = JournalSegment.PathOf(folder, number);
            File.Move(segment.Path, path);
            segment = segment with { Path = path };
            disk.FlushFolder(folder);
        }
        catch
        {
            segment.File.Dispose();
            File.Delete(segment.Path);
            throw;
        }

        // Only now may readers be led to the new file: until here it could have failed.
        written.ForEach(part => part.Batch.Settle(segment.File, part.Offset));
        return (segment, length);
    }
}
