using System.Collections.Immutable;
using System.Text.Json;

namespace PolicyGraph.Store.Neo4j.Transport;

/// <summary>
/// The bookmarks of what was written here, sent along with each request so that it sees that, whichever member of a cluster answers. What a
/// write gives back stands for those that were sent with it; those of others that wrote at the same time stay.
/// </summary>
internal sealed class Bookmarks
{
    private ImmutableHashSet<string> _known = [];

    public ImmutableHashSet<string> Known => Volatile.Read(ref _known);

    /// <param name="sent">Those that were sent with the write.</param>
    public void Keep(ImmutableHashSet<string> sent, JsonElement answer)
    {
        if (answer.TryGetProperty("bookmarks", out var given) && given.GetArrayLength() > 0)
        {
            var fresh = given.EnumerateArray().Select(bookmark => bookmark.GetString() ?? "").ToList();
            ImmutableInterlocked.Update(ref _known, current => current.Except(sent).Union(fresh));
        }
    }
}
