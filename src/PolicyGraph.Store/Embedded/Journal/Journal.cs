namespace PolicyGraph.Store.Embedded.Journal;

/// <summary>
/// The store's files: what happened, in order. Only appended to; a transaction is on the disk before <see cref="AppendAsync"/> comes back.
/// Damaged bytes stay where they are and what lies around them is read; new bytes then go into a new file. Used by one writer at a time.
/// </summary>
internal sealed class Journal : IDisposable
{
    /// <summary>A file that has grown past this is not appended to any more.</summary>
    private const long LongestSegment = 1L << 30;

    private readonly string _folder;
    private readonly JournalDisk _disk;
    private readonly List<JournalSegment> _segments;
    private readonly List<string> _notes = [];
    private JournalSegment? _active;
    private long _end;

    private Journal(string folder, JournalDisk disk, List<JournalSegment> segments)
    {
        _folder = folder;
        _disk = disk;
        _segments = segments;
    }

    /// <summary>What a person should know about the files.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>True where bytes had to be passed over: such a journal is not compacted, so that nothing is thrown away.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>Bytes in all files.</summary>
    public long Length { get; private set; }

    /// <summary>Opens the journal in a folder and tells all its entries.</summary>
    /// <exception cref="StoreException"><see cref="StoreErrorCode.Unsupported"/>: the folder holds something else, or a newer
    /// format.</exception>
    public static async Task<Journal> OpenAsync(string folder, JournalDisk disk, JournalReplay replay, CancellationToken cancellation)
    {
        var found = JournalFolder.Open(folder);
        if (found.Count == 0)
        {
            found.Add(await JournalSegment.CreateAsync(folder, 1, isBase: false, "", disk, cancellation));
        }

        var journal = new Journal(folder, disk, found);
        foreach (var segment in found)
        {
            cancellation.ThrowIfCancellationRequested();
            journal.Read(segment, replay);
        }

        return journal;
    }

    /// <summary>Appends transactions; all of them are on the disk when it comes back, none is to be counted on when it throws.</summary>
    /// <exception cref="StoreException"><see cref="StoreErrorCode.NotWritable"/>: the disk refused; what was there before is
    /// untouched.</exception>
    public async Task AppendAsync(JournalBatch batch, CancellationToken cancellation)
    {
        try
        {
            _active ??= await AddSegmentAsync(cancellation);
            var offset = _end;
            await _disk.WriteAsync(_active.File, batch.Bytes, offset, CancellationToken.None);
            _disk.Flush(_active.File);
            _end += batch.Bytes.Length;
            Length += batch.Bytes.Length;
            batch.Settle(_active.File, offset);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Abandon();
            throw new StoreException(
                StoreErrorCode.NotWritable,
                $"The store in {_folder} could not be written: {failure.Message} Nothing of it was taken in; what was there is safe. "
                    + "Make room, or make the folder writable, and try again.",
                failure
            );
        }

        if (_end > LongestSegment)
        {
            _active = null;
        }
    }

    /// <summary>
    /// Writes all that is still wanted into one new file and deletes the others. A crash at any moment leaves the old files or the new one
    /// in force.
    /// </summary>
    /// <param name="batches">The entries that stay, in batches.</param>
    /// <exception cref="IOException">The disk refused; the old files are in force, or the new one is and an old one is still
    /// there.</exception>
    public async Task CompactAsync(IEnumerable<JournalBatch> batches, CancellationToken cancellation)
    {
        // The next append makes a file of this number where the compaction fails: whatever the failure left there cannot come into force.
        _active = null;
        var number = _segments[^1].Number + 1;
        var fresh = await JournalCompaction.WriteAsync(_folder, number, batches, _disk, cancellation);
        var obsolete = _segments.ToArray();
        _segments.Clear();
        _segments.Add(fresh.Segment);
        _active = fresh.Segment;
        _end = Length = fresh.Length;
        foreach (var segment in obsolete)
        {
            File.Delete(segment.Path);
        }
    }

    public void Dispose()
    {
        foreach (var segment in _segments)
        {
            segment.File.Dispose();
        }
    }

    private void Read(JournalSegment segment, JournalReplay replay)
    {
        var scan = new JournalScan(segment.File);
        scan.Run((offset, content) => replay.Frame(segment.File, offset, content));
        foreach (var (start, stop) in scan.Damages)
        {
            IsDamaged = true;
            _notes.Add(
                $"{segment.Name}: bytes {start} to {stop} are damaged and were passed over; the records around them were read, the "
                    + "file was left as it is."
            );
        }

        var length = RandomAccess.GetLength(segment.File);
        if (!segment.Header.IsSound && length >= JournalFormat.HeaderSize)
        {
            IsDamaged = true;
            _notes.Add($"{segment.Name}: its header is damaged; its records were read.");
        }

        Length += length;
        var isSound = segment.Header.IsSound && scan.Damages.Count == 0;
        var isLast = segment == _segments[^1];
        if (scan.SoundLength < length)
        {
            _notes.Add(
                $"{segment.Name}: {length - scan.SoundLength} bytes at its end were never written whole (a crash while writing) and "
                    + "were dropped."
            );
            if (isLast && isSound)
            {
                RandomAccess.SetLength(segment.File, scan.SoundLength);
            }
        }

        if (isLast && isSound && scan.SoundLength < LongestSegment)
        {
            (_active, _end) = (segment, scan.SoundLength);
        }
    }

    private async Task<JournalSegment> AddSegmentAsync(CancellationToken cancellation)
    {
        var segment = await JournalSegment.CreateAsync(_folder, _segments[^1].Number + 1, isBase: false, "", _disk, cancellation);
        _segments.Add(segment);
        _end = JournalFormat.HeaderSize;
        Length += _end;
        return segment;
    }

    /// <summary>After a failed write: takes its bytes away where that is still possible, and never appends to that file again.</summary>
    private void Abandon()
    {
        try
        {
            if (_active is not null)
            {
                RandomAccess.SetLength(_active.File, _end);
            }
        }
        catch (IOException)
        {
            // The bytes stay behind; a frame cut short is passed over at the next opening.
        }

        _active = null;
    }
}
