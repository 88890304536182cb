using System.Collections.Concurrent;

namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>
/// From a name or alias, in any spelling (<see cref="NameFolding"/>), to the nodes that bore it in some version: a superset, which whoever
/// asks holds against the version that it reads. So it only grows, needs no versions of its own and no lock to read.
/// </summary>
internal sealed class NameIndex
{
    private readonly ConcurrentDictionary<string, int[]> _nodes = new(concurrencyLevel: 1, capacity: 1024);

    public ReadOnlySpan<int> Candidates(string name) => _nodes.TryGetValue(NameFolding.Fold(name), out var found) ? found : [];

    public void Add(string name, int node)
    {
        var spelling = NameFolding.Fold(name);
        if (!_nodes.TryGetValue(spelling, out var known))
        {
            _nodes[spelling] = [node];
        }
        else if (!known.Contains(node))
        {
            _nodes[spelling] = [.. known, node];
        }
    }
}
