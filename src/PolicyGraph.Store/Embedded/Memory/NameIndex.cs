using System.Collections.Concurrent;

namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>
/// From a name or alias to the nodes that bore it in some version: a superset, which whoever asks holds against the version that it reads. So it only grows,
/// needs no versions of its own and no lock to read.
/// </summary>
internal sealed class NameIndex
{
    private readonly ConcurrentDictionary<string, int[]> nodes = new(concurrencyLevel: 1, capacity: 1024);

    public ReadOnlySpan<int> Candidates(string name) => nodes.TryGetValue(name, out var found) ? found : [];

    public void Add(string name, int node)
    {
        if (!nodes.TryGetValue(name, out var known))
        {
            nodes[name] = [node];
        }
        else if (!known.Contains(node))
        {
            nodes[name] = [.. known, node];
        }
    }
}
