using PolicyGraph.Model;
using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Embedded;

namespace PolicyGraph.Store.Tests;

/// <summary>Small papers, and short ways to open stores and to see what is in them.</summary>
internal static class Papers
{
    /// <summary>A paper in which an agency issues a policy; its title, its source and both names hold the number.</summary>
    public static DocumentRecord Paper(int number, string? source = null) =>
        new()
        {
            Document = new DocumentHead { Title = $"通知{number}", Source = source ?? $"{number}.txt" },
            Text = $"部门{number}印发《办法{number}》。",
            Entities =
            [
                new EntityRecord
                {
                    Id = "e1",
                    Type = EntityType.Agency,
                    Name = $"部门{number}",
                    Mentions = [$"部门{number}"],
                },
                new EntityRecord
                {
                    Id = "e2",
                    Type = EntityType.Policy,
                    Name = $"办法{number}",
                    Mentions = [$"办法{number}"],
                },
            ],
            Relations =
            [
                new RelationRecord
                {
                    Type = RelationType.Issued,
                    From = "e1",
                    To = "e2",
                    Evidence = $"部门{number}印发《办法{number}》",
                },
            ],
        };

    public static Task<EmbeddedGraphStore> OpenAsync(this TemporaryFolder folder, EmbeddedStoreOptions? options = null) =>
        EmbeddedGraphStore.OpenAsync(folder.Path, TestModel.Model, options ?? EmbeddedStoreOptions.Default, CancellationToken.None);

    /// <summary>The titles of all documents, sorted.</summary>
    public static async Task<IReadOnlyList<string>> TitlesAsync(this IGraphStore store)
    {
        var titles = new List<string>();
        await foreach (var record in store.ExportAsync(CancellationToken.None))
        {
            titles.Add(record.Document.Title ?? "");
        }

        return [.. titles.Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Takes papers into a store that is closed again; the length of its first file after each.</summary>
    public static async Task<List<long>> TakeInAsync(this TemporaryFolder folder, params DocumentRecord[] papers)
    {
        await using var store = await folder.OpenAsync();
        var lengths = new List<long>();
        foreach (var paper in papers)
        {
            await store.PutAsync(paper);
            lengths.Add(new FileInfo(folder.Journal).Length);
        }

        return lengths;
    }

    public static async Task<StoreErrorCode> FailureAsync(Func<Task> action) => (await Assert.ThrowsAsync<StoreException>(action)).Code;
}
