using PolicyGraph.Store.Conformance;
using static PolicyGraph.Store.Tests.Papers;

namespace PolicyGraph.Store.Tests;

/// <summary>A journal that was cut off or damaged: what was written whole is read, nothing is thrown away, and the store goes on.</summary>
public sealed class JournalDamageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_record_cut_off_at_any_byte_is_dropped_and_the_store_goes_on()
    {
        var lengths = await _folder.TakeInAsync(Paper(1), Paper(2), Paper(3));
        var whole = await File.ReadAllBytesAsync(_folder.Journal);
        for (var length = lengths[1] + 1; length < lengths[2]; length++)
        {
            await File.WriteAllBytesAsync(_folder.Journal, whole[..(int)length]);
            await using (var store = await _folder.OpenAsync())
            {
                Assert.Equal(["通知1", "通知2"], await store.TitlesAsync());
                Assert.Single((await store.StatusAsync(CancellationToken.None)).Notes);
                await store.PutAsync(Paper(4));
            }

            await using var again = await _folder.OpenAsync();
            Assert.Equal(["通知1", "通知2", "通知4"], await again.TitlesAsync());
            Assert.Empty((await again.StatusAsync(CancellationToken.None)).Notes);
        }
    }

    [Fact]
    public async Task Room_that_was_never_written_is_dropped()
    {
        var lengths = await _folder.TakeInAsync(Paper(1));
        await File.AppendAllBytesAsync(_folder.Journal, new byte[5000]);
        await using (var store = await _folder.OpenAsync())
        {
            Assert.Equal(["通知1"], await store.TitlesAsync());
        }

        Assert.Equal(lengths[0], new FileInfo(_folder.Journal).Length);
    }

    [Fact]
    public async Task A_byte_changed_in_the_middle_costs_only_its_record_and_is_reported()
    {
        var lengths = await _folder.TakeInAsync(Paper(1), Paper(2), Paper(3));
        var whole = await File.ReadAllBytesAsync(_folder.Journal);
        for (var at = (int)lengths[0]; at < lengths[1]; at += 5)
        {
            var damaged = (byte[])whole.Clone();
            damaged[at] ^= 0x40;
            await File.WriteAllBytesAsync(_folder.Journal, damaged);
            await using (var store = await _folder.OpenAsync())
            {
                Assert.Equal(["通知1", "通知3"], await store.TitlesAsync());
                Assert.Contains(
                    "damaged",
                    Assert.Single((await store.StatusAsync(CancellationToken.None)).Notes),
                    StringComparison.Ordinal
                );
                await store.PutAsync(Paper(4));
            }

            Assert.Equal(damaged, await File.ReadAllBytesAsync(_folder.Journal));
            await using var again = await _folder.OpenAsync();
            Assert.Equal(["通知1", "通知3", "通知4"], await again.TitlesAsync());
            _folder.Journals.Where(path => path != _folder.Journal).ToList().ForEach(File.Delete);
        }
    }

    [Fact]
    public async Task A_changed_byte_in_the_last_record_is_left_as_it_is()
    {
        var lengths = await _folder.TakeInAsync(Paper(1), Paper(2));
        var damaged = await File.ReadAllBytesAsync(_folder.Journal);
        damaged[lengths[0] + 40] ^= 1;
        await File.WriteAllBytesAsync(_folder.Journal, damaged);
        await using (var store = await _folder.OpenAsync())
        {
            Assert.Equal(["通知1"], await store.TitlesAsync());
            await store.PutAsync(Paper(2));
        }

        Assert.Equal(damaged, await File.ReadAllBytesAsync(_folder.Journal));
        Assert.Equal(2, _folder.Journals.Count());
    }
}
