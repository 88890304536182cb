using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Embedded;
using PolicyGraph.Store.Queries;
using static PolicyGraph.Store.Conformance.Ask;
using static PolicyGraph.Store.Tests.Papers;

namespace PolicyGraph.Store.Tests;

/// <summary>
/// Records that nobody wants any more leave the disk; whatever moment a crash chooses, the old files or the new one are in force.
/// </summary>
public sealed class CompactionTests : IDisposable
{
    private static readonly EmbeddedStoreOptions Eager = new() { CompactAfterBytes = 100 };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Replaced_records_leave_the_disk_and_quotes_are_still_read()
    {
        var quotes = new ListRoot("Agency", List(Nodes(new EvidenceField(Key("evidence"), new Slot(0), Shape(Of("quote"))))));
        await using (var store = await _folder.OpenAsync(Eager))
        {
            for (var i = 0; i < 20; i++)
            {
                await store.PutAsync(Paper(i, "same.txt"));
                Assert.Equal(
                    $$"""{"nodes":[{"evidence":[{"quote":"部门{{i}}"}]}]}""",
                    await store.AnswerAsync(quotes, 10L, null, null, null)
                );
            }
        }

        Assert.True(_folder.Journals.Sum(path => new FileInfo(path).Length) < 1500);
        await using var again = await _folder.OpenAsync();
        Assert.Equal(["通知19"], await again.TitlesAsync());
    }

    [Theory]
    [InlineData(FailingCall.Write)]
    [InlineData(FailingCall.Flush)]
    [InlineData(FailingCall.FlushFolder)]
    public async Task A_compaction_that_fails_fails_no_write_and_is_made_up_for(FailingCall call)
    {
        var disk = new FailingDisk();
        var told = new List<string>();
        await using (
            var store = await EmbeddedGraphStore.OpenAsync(
                _folder.Path,
                TestModel.Model,
                Eager with
                {
                    Committed = _ => disk.Fails = call,
                    Noted = told.Add,
                },
                disk,
                CancellationToken.None
            )
        )
        {
            // The disk fails from the commit on, which is when a compaction begins, and works again for the next write.
            for (var i = 0; i < 20; i++)
            {
                Assert.Equal(i == 0 ? WriteEffect.Added : WriteEffect.Replaced, (await store.PutAsync(Paper(i, "same.txt")))[0].Effect);
                disk.Fails = FailingCall.None;
            }

            Assert.Contains("could not be compacted", told[^1], StringComparison.Ordinal);
            Assert.Equal([told[^1]], (await store.StatusAsync(CancellationToken.None)).Notes);
            Assert.Equal(["通知19"], await store.TitlesAsync());
        }

        await using var again = await _folder.OpenAsync(Eager);
        Assert.Equal(["通知19"], await again.TitlesAsync());
        await again.PutAsync(Paper(20, "same.txt"));
        Assert.Empty((await again.StatusAsync(CancellationToken.None)).Notes);
        Assert.Single(_folder.Journals);
    }

    [Fact]
    public async Task A_compaction_is_not_ended_by_whoever_writes()
    {
        using var patience = new CancellationTokenSource();
        var isRemoving = false;
        void Leave()
        {
            if (isRemoving)
            {
                patience.Cancel();
            }
        }

        await using var store = await _folder.OpenAsync(Eager with { Committed = _ => Leave() });
        await store.PutAsync(Paper(1));
        isRemoving = true;
        Assert.True(await store.RemoveAsync(Facts.Identity.Document(Paper(1)).ToString(), patience.Token));
        Assert.True(patience.IsCancellationRequested);
        Assert.DoesNotContain(_folder.Journal, _folder.Journals);
    }

    [Fact]
    public async Task A_crash_while_compacting_leaves_the_old_files_in_force()
    {
        await _folder.TakeInAsync(Paper(1), Paper(2));
        await File.WriteAllBytesAsync(Path.Combine(_folder.Path, "journal-00000002.pgj.tmp"), new byte[50]);
        await using var store = await _folder.OpenAsync();
        Assert.Equal(["通知1", "通知2"], await store.TitlesAsync());
        Assert.Single(_folder.Journals);
    }

    [Fact]
    public async Task A_crash_before_the_old_files_were_deleted_leaves_the_new_one_in_force()
    {
        await _folder.TakeInAsync(Paper(1), Paper(2), Paper(3));
        var old = await File.ReadAllBytesAsync(_folder.Journal);
        await using (var store = await _folder.OpenAsync(Eager))
        {
            await store.RemoveAsync(Facts.Identity.Document(Paper(1)).ToString(), CancellationToken.None);
            await store.RemoveAsync(Facts.Identity.Document(Paper(2)).ToString(), CancellationToken.None);
        }

        Assert.DoesNotContain(_folder.Journal, _folder.Journals);
        await File.WriteAllBytesAsync(_folder.Journal, old);
        await using var again = await _folder.OpenAsync();
        Assert.Equal(["通知3"], await again.TitlesAsync());
        Assert.DoesNotContain(_folder.Journal, _folder.Journals);
    }
}
