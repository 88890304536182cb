using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Conformance.Plain;

/// <summary>Ways between nodes: all shortest paths, one step after the other, and what stands near.</summary>
public static class PlainWays
{
    /// <summary>
    /// The entity that a text names: an id, else a name or alias; the one with that very name first, then the one in most papers, then the
    /// lowest id.
    /// </summary>
    public static PlainNode? Entity(PlainGraph graph, string? text)
    {
        var entities = graph.Nodes.Where(node => node.EntityName is not null).ToList();
        return text is null
            ? null
            : entities.Find(node => node.Id == text)
                ?? entities
                    .Where(node => NamesOf(node).Any(name => NameFolding.AreSame(name, text)))
                    .OrderByDescending(node => node.EntityName == text)
                    .ThenByDescending(node => node.Documents.Count())
                    .ThenBy(node => node.Id, StringComparer.Ordinal)
                    .FirstOrDefault();
    }

    /// <summary>The shortest paths, each the rows that it goes over, by ids and relations; none where there are none so short.</summary>
    public static IEnumerable<List<PlainRow>> Shortest(PlainNode from, PlainNode to, long longest, Step step)
    {
        IEnumerable<List<PlainRow>> paths =
        [
            [],
        ];
        for (var length = 0; length <= longest; length++)
        {
            var arrived = paths.Where(path => End(path, from) == to).ToList();
            if (arrived.Count > 0)
            {
                return arrived.OrderBy(
                    path => string.Join(' ', path.Select(row => $"{row.Node.Id}\u0001{row.EdgeText}")),
                    StringComparer.Ordinal
                );
            }

            var seen = paths.SelectMany(path => path.Select(row => row.Node)).Append(from).ToHashSet();
            paths =
            [
                .. paths.SelectMany(
                    path => PlainFilters.Follow(End(path, from), step).Where(row => !seen.Contains(row.Node)),
                    (path, row) => path.Append(row).ToList()
                ),
            ];
        }

        return [];
    }

    /// <summary>The entities that an entity has relations or papers in common with, most first.</summary>
    public static IEnumerable<(PlainNode Node, int Relations, int Papers)> Near(PlainGraph graph, PlainNode node) =>
        graph
            .Nodes.Where(other => other.EntityName is not null && other != node)
            .Select(other =>
                (
                    Node: other,
                    Relations: node.Edges.Count(edge => edge.Type.IsFact && (edge.From == other || edge.To == other)),
                    Papers: Papers(node).Intersect(Papers(other)).Count()
                )
            )
            .Where(near => near.Relations + near.Papers > 0)
            .OrderByDescending(near => near.Relations + near.Papers)
            .ThenBy(near => near.Node.Id, StringComparer.Ordinal);

    private static IEnumerable<string> NamesOf(PlainNode node) => ((List<string>)node.Values["aliases"]).Prepend(node.EntityName!); // Only entities come here, which have both.

    private static PlainNode End(List<PlainRow> path, PlainNode from) => path.Count == 0 ? from : path[^1].Node;

    private static IEnumerable<PlainNode> Papers(PlainNode node) =>
        node.Edges.Where(edge => edge.Type.Name == Facts.Ties.MentionedIn).Select(edge => edge.To);
}
