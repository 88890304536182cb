using System.Collections.Concurrent;
using PolicyGraph.Model;

namespace PolicyGraph.Store.Facts;

/// <summary>
/// Identities by name, remembered because the same indicators and agencies come back in every paper and a SHA-256 costs more than a
/// look-up. Keeps the first <see cref="MostRemembered"/> names. Safe for any number of callers at once.
/// </summary>
internal sealed class NodeIds
{
    private const int MostRemembered = 65_536;

    private readonly ConcurrentDictionary<(EntityType? Type, string Name), NodeId> _known = new();
    private int _count;

    public NodeId Entity(EntityType type, string name) => Remembered(type, name);

    public NodeId Indicator(string name) => Remembered(null, name);

    private NodeId Remembered(EntityType? type, string name)
    {
        if (_known.TryGetValue((type, name), out var id))
        {
            return id;
        }

        id = type is { } entity ? Identity.Entity(entity, name) : Identity.Indicator(name);
        if (Volatile.Read(ref _count) < MostRemembered && _known.TryAdd((type, name), id))
        {
            Interlocked.Increment(ref _count);
        }

        return id;
    }
}
