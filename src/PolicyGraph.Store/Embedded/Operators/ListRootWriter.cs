using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>
/// All nodes of a label, as a connection. Three ways: along the label's list or a sorted index, where one stands in the order asked for; from the few nodes
/// that an index says can fit, sorted; or, for want of both, over all nodes, sorted.
/// </summary>
internal sealed class ListRootWriter : RootOperator
{
    /// <summary>So few candidates are always sorted: it costs less than thinking about it.</summary>
    private const int Few = 1024;

    private readonly NodeKind kind;
    private readonly ConnectionWriter connection;
    private readonly Narrowing[] narrowings;
    private readonly Page page;
    private readonly ConnectionWants wants;
    private readonly int walked;
    private readonly bool descending;
    private readonly bool isDefault;

    public ListRootWriter(Compilers compilers, ListRoot root)
    {
        kind = compilers.Kinds.Label(root.Label);
        connection = compilers.Connections.Compile(root.Connection, kind.Bit);
        narrowings = [.. new NarrowingCompiler(compilers.Kinds).Of(root.Connection.Filter, kind.Bit)];
        page = root.Connection.Page;
        wants = new ConnectionWants(root.Connection.Fields);
        isDefault = root.Connection.Order.Count == 0;
        walked = root.Connection.Order is [PropertyOrder { Property: var property }] && kind.Properties.TryGetValue(property, out var place)
            && kind.Type.Properties[place].IsIndexed ? place : -1;
        descending = root.Connection.Order is [{ Descending: true }];
    }

    public override void Write(Execution run)
    {
        var (narrowest, count) = Narrowest(run);
        if (isDefault && narrowest?.TryWrite(run, connection) == true)
        {
            return;
        }

        if (narrowest is not null && Pays(run, count))
        {
            narrowest.Push(run);
            connection.WriteSorted(run, null, 0);
        }
        else if (walked >= 0)
        {
            connection.WritePage(run, null, new IndexRows(run.Graph.Indexes[kind.Ordinal][walked], descending), isFiltered: !connection.HasFilter);
        }
        else
        {
            connection.Write(run, null, new LabelRows(run.Graph.Labels[kind.Ordinal]));
        }
    }

    public override string Explain()
    {
        var order = isDefault ? "in the default order"
            : walked >= 0 ? $"along the sorted index of {kind.Type.Properties[walked].Name}"
            : "sorted";
        return narrowings.Length == 0 ? $"nodes of {kind.Label} {order}" : $"nodes of {kind.Label} by the best of: {string.Join("; ", (IEnumerable<Narrowing>)narrowings)}; else {order}";
    }

    private (Narrowing? Narrowing, int Count) Narrowest(Execution run)
    {
        Narrowing? best = null;
        var fewest = int.MaxValue;
        foreach (var narrowing in narrowings)
        {
            var count = narrowing.Estimate(run);
            (best, fewest) = count < fewest ? (narrowing, count) : (best, fewest);
        }

        return (best, fewest);
    }

    /// <summary>False where walking in order meets a page of fitting nodes sooner than sorting so many.</summary>
    private bool Pays(Execution run, int count)
    {
        var all = run.Graph.Labels[kind.Ordinal].Count;
        var wanted = run.Parameters.Integer(page.First) ?? run.Parameters.Integer(page.Last) ?? all;
        var canWalk = (isDefault || walked >= 0) && !wants.Total(run) && !wants.Groups(run);
        return count <= Few || !canWalk || (double)count * count < (double)all * wanted;
    }
}
