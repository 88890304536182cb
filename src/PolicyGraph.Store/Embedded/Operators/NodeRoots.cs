using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>One node, or null.</summary>
internal sealed class NodeRootWriter(NodeFinder finder, ShapeWriter<NodeRow> shape) : RootOperator
{
    public override void Write(Execution run)
    {
        if (finder.Find(run) is { } node)
        {
            shape.Write(run, new NodeRow(node));
        }
        else
        {
            run.Out.WriteNull();
        }
    }

    public override string Explain() => finder.Explain();
}

/// <summary>Nodes by their ids, null where an id finds nothing.</summary>
internal sealed class NodesByIdWriter(Slot ids, ShapeWriter<NodeRow> shape) : RootOperator
{
    public override void Write(Execution run)
    {
        run.Out.Write((byte)'[');
        var isFirst = true;
        foreach (var id in run.Parameters[ids] as IReadOnlyList<object?> ?? [])
        {
            if (!isFirst)
            {
                run.Out.Write((byte)',');
            }

            isFirst = false;
            if (run.Graph.Find(id as string) is { } node)
            {
                shape.Write(run, new NodeRow(node));
            }
            else
            {
                run.Out.WriteNull();
            }
        }

        run.Out.Write((byte)']');
    }

    public override string Explain() => "nodes by id";
}

/// <summary>Finds a single node.</summary>
internal abstract class NodeFinder(ulong labels)
{
    protected ulong Labels => labels;

    public abstract Node? Find(Execution run);

    public abstract string Explain();

    public static NodeFinder Of(Kinds kinds, NodeSelector selector, ulong labels) =>
        selector switch
        {
            ById id => new IdFinder(id.Id, labels),
            ByName name => new NameFinder(name.Name, labels),
            ByProperty property => new PropertyFinder(kinds, property, labels),
            _ => throw new UnknownNameException($"A node cannot be found by {selector.GetType().Name}."),
        };

    protected Node? IfLabelled(Node? node) => node is not null && (node.Kind.Bit & labels) != 0 ? node : null;
}

internal sealed class IdFinder(Slot id, ulong labels) : NodeFinder(labels)
{
    public override Node? Find(Execution run) => IfLabelled(run.Graph.Find(run.Parameters.Text(id)));

    public override string Explain() => "node by id";
}

/// <summary>By name or alias: the one with that very name first, then the one in most papers, then the lowest id.</summary>
internal sealed class NameFinder(Slot name, ulong labels) : NodeFinder(labels)
{
    public override Node? Find(Execution run) => Find(run, run.Parameters.Text(name));

    public Node? Find(Execution run, string? wanted)
    {
        Node? best = null;
        foreach (var index in wanted is null ? [] : run.Graph.Registry.Names.Candidates(wanted))
        {
            if (
                IfLabelled(run.Graph.Nodes[index]) is { } node
                && Names.Bears(node, wanted!)
                && (best is null || IsBetter(node, best, wanted!))
            ) // No candidates without it.
            {
                best = node;
            }
        }

        return best;
    }

    public override string Explain() => "node by name or alias (name index)";

    private static bool IsBetter(Node node, Node best, string wanted)
    {
        var byName = (Names.NameOf(node) == wanted).CompareTo(Names.NameOf(best) == wanted);
        var byPapers = node.Support.Count.CompareTo(best.Support.Count);
        return byName != 0 ? byName > 0
            : byPapers != 0 ? byPapers > 0
            : NodeHead.CompareIds(node.Head, best.Head) < 0;
    }
}

/// <summary>By the value of a property; the lowest id.</summary>
internal sealed class PropertyFinder : NodeFinder
{
    private readonly Slot _value;
    private readonly string _property;
    private readonly (int Kind, int Place, bool IsIndexed)[] _places;

    public PropertyFinder(Kinds kinds, ByProperty selector, ulong labels)
        : base(labels)
    {
        _value = selector.Value;
        _property = selector.Property;
        _places =
        [
            .. kinds
                .Nodes.Where(kind => (kind.Bit & labels) != 0 && kind.Properties.ContainsKey(_property))
                .Select(kind => (kind.Ordinal, kind.Properties[_property], kind.Type.Properties[kind.Properties[_property]].IsIndexed)),
        ];
        if (_places.Length == 0)
        {
            throw new UnknownNameException($"None of the labels has a property {_property}.");
        }
    }

    public override Node? Find(Execution run)
    {
        Node? best = null;
        foreach (var (kind, place, isIndexed) in _places)
        {
            var found = isIndexed ? IndexSearch.First(run, kind, place, run.Parameters[_value]) : Scan(run, kind, place);
            best = found is not null && (best is null || NodeHead.CompareIds(found.Head, best.Head) < 0) ? found : best;
        }

        return best;
    }

    public override string Explain() => $"node by {_property} ({(_places.All(place => place.IsIndexed) ? "sorted index" : "scan")})";

    private Node? Scan(Execution run, int kind, int place)
    {
        var (list, wanted) = (run.Graph.Labels[kind], run.Parameters[_value]);
        Node? best = null;
        for (var i = 0; i < list.Count; i++)
        {
            run.Tick();
            var node = run.Graph.Node(list[i]);
            if (
                Comparing.Fits(node.Values[place], Comparison.Equal, wanted)
                && (best is null || NodeHead.CompareIds(node.Head, best.Head) < 0)
            )
            {
                best = node;
            }
        }

        return best;
    }
}

internal static class Names
{
    public static string? NameOf(Node node) => node.Kind.Name < 0 ? null : node.Values[node.Kind.Name]?.Text;

    /// <summary>True where a node has a text as its name or alias in this version, in any spelling.</summary>
    public static bool Bears(Node node, string text)
    {
        if (NameOf(node) is { } name && NameFolding.AreSame(name, text))
        {
            return true;
        }

        return node.Kind.Aliases >= 0
            && node.Values[node.Kind.Aliases] is { } aliases
            && aliases.List.Any(alias => NameFolding.AreSame(alias, text));
    }
}
