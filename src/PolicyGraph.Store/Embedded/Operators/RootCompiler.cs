using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Makes the root of a query.</summary>
internal static class RootCompiler
{
    public static RootOperator Compile(Kinds kinds, Root root)
    {
        var compilers = new Compilers(kinds);
        switch (root)
        {
            case NodeRoot node:
                var labels = kinds.Mask(node.Labels);
                return new NodeRootWriter(NodeFinder.Of(kinds, node.Selector, labels), compilers.Nodes.Compile(node.Shape, labels));
            case NodesByIdRoot nodes:
                return new NodesByIdWriter(nodes.Ids, compilers.Nodes.Compile(nodes.Shape, kinds.AllLabels));
            case ListRoot list:
                return new ListRootWriter(compilers, list);
            case GroupsRoot groups:
                var grouped = kinds.Label(groups.Label);
                return new GroupsRootWriter(grouped, new GroupCompiler(compilers).Compile(groups.Grouping, grouped.Bit));
            case PathRoot paths:
                return PathCompiler.Compile(compilers, paths);
            case RelatedRoot related:
                return RelatedCompiler.Compile(compilers, related);
            case SearchRoot search:
                return SearchCompiler.Compile(compilers, search);
            default:
                throw new UnknownNameException($"This store does not answer a {root.GetType().Name}.");
        }
    }
}
