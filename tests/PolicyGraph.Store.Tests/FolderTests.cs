using System.Buffers.Binary;
using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Embedded;
using PolicyGraph.Store.Embedded.Journal;
using static PolicyGraph.Store.Tests.Papers;

namespace PolicyGraph.Store.Tests;

/// <summary>What a store says of folders that it cannot take.</summary>
public sealed class FolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_opening_is_told_who_has_the_store()
    {
        await using var store = await _folder.OpenAsync();
        var failure = await Assert.ThrowsAsync<StoreException>(() => _folder.OpenAsync());
        Assert.Equal(StoreErrorCode.Locked, failure.Code);
        Assert.Contains(
            Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture),
            failure.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_newer_format_is_refused_and_left_alone()
    {
        await _folder.TakeInAsync(Paper(1));
        var bytes = await File.ReadAllBytesAsync(_folder.Journal);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), JournalFormat.Version + 1);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(28), JournalFormat.Checksum(bytes.AsSpan(0, 28)));
        await File.WriteAllBytesAsync(_folder.Journal, bytes);
        Assert.Equal(StoreErrorCode.Unsupported, await FailureAsync(() => _folder.OpenAsync()));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_folder.Journal));
    }

    [Fact]
    public async Task A_folder_of_other_things_is_no_store()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "notes.txt"), "hello");
        Assert.Equal(StoreErrorCode.Unsupported, await FailureAsync(() => _folder.OpenAsync()));
    }

    [Fact]
    public async Task The_name_of_every_folder_that_is_made_is_brought_to_the_disk()
    {
        var disk = new WatchedDisk();
        var (outer, inner) = (Path.Combine(_folder.Path, "outer"), Path.Combine(_folder.Path, "outer", "inner"));

        await using var store = await EmbeddedGraphStore.OpenAsync(
            inner,
            TestModel.Model,
            EmbeddedStoreOptions.Default,
            disk,
            CancellationToken.None
        );

        Assert.Equal([_folder.Path, outer], disk.Folders.TakeWhile(folder => folder != inner));
    }

    [Fact]
    public async Task A_missing_store_is_not_begun_where_that_is_not_wanted()
    {
        Assert.Equal(
            StoreErrorCode.Unsupported,
            await FailureAsync(() => _folder.OpenAsync(new EmbeddedStoreOptions { CreateIfMissing = false }))
        );
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData(FailingCall.Write)]
    [InlineData(FailingCall.Flush)]
    public async Task A_disk_that_fails_loses_nothing_and_the_store_goes_on_when_it_works_again(FailingCall call)
    {
        var disk = new FailingDisk();
        await using (
            var store = await EmbeddedGraphStore.OpenAsync(
                _folder.Path,
                TestModel.Model,
                EmbeddedStoreOptions.Default,
                disk,
                CancellationToken.None
            )
        )
        {
            await store.PutAsync(Paper(1));
            disk.Fails = call;
            Assert.Equal(StoreErrorCode.NotWritable, await FailureAsync(() => store.PutAsync(Paper(2))));
            Assert.Equal(["通知1"], await store.TitlesAsync());
            disk.Fails = FailingCall.None;
            await store.PutAsync(Paper(3));
        }

        await using var again = await _folder.OpenAsync();
        Assert.Equal(["通知1", "通知3"], await again.TitlesAsync());
    }

    /// <summary>A disk that keeps the folders whose names were brought to it, in order.</summary>
    private sealed class WatchedDisk : JournalDisk
    {
        public List<string> Folders { get; } = [];

        public override void FlushFolder(string folder)
        {
            Folders.Add(folder);
            base.FlushFolder(folder);
        }
    }
}
