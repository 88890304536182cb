using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>
/// All nodes of a label, as a connection. Three ways: along the label's list or a sorted index, where one stands in the order asked for;
/// from the few nodes that an index says can fit, sorted; or, for want of both, over all nodes, sorted.
/// </summary>
internal sealed class ListRootWriter : RootOperator
{
    /// <summary>So few candidates are always sorted: it costs less than thinking about it.</summary>
    private const int Few = 1024;

    private readonly NodeKind _kind;
    private readonly ConnectionWriter _connection;
    private readonly Narrowing[] _narrowings;
    private readonly Page _page;
    private readonly ConnectionWants _wants;
    private readonly int _walked;
    private readonly bool _descending;
    private readonly bool _isDefault;

    public ListRootWriter(Compilers compilers, ListRoot root)
    {
        _kind = compilers.Kinds.Label(root.Label);
        _connection = compilers.Connections.Compile(root.Connection, _kind.Bit);
        _narrowings = [.. new NarrowingCompiler(compilers.Kinds).Of(root.Connection.Filter, _kind.Bit)];
        _page = root.Connection.Page;
        _wants = new ConnectionWants(root.Connection.Fields);
        _isDefault = root.Connection.Order.Count == 0;
        _walked =
            root.Connection.Order is [PropertyOrder { Property: var property }]
            && _kind.Properties.TryGetValue(property, out var place)
            && _kind.Type.Properties[place].IsIndexed
                ? place
                : -1;
        _descending = root.Connection.Order is [{ Descending: true }];
    }

    public override void Write(Execution run)
    {
        var (narrowest, count) = Narrowest(run);
        if (_isDefault && narrowest?.TryWrite(run, _connection) == true)
        {
            return;
        }

        if (narrowest is not null && Pays(run, count))
        {
            narrowest.Push(run);
            _connection.WriteSorted(run, null, 0);
        }
        else if (_walked >= 0)
        {
            _connection.WritePage(
                run,
                null,
                new IndexRows(run.Graph.Indexes[_kind.Ordinal][_walked], _descending),
                isFiltered: !_connection.HasFilter
            );
        }
        else
        {
            _connection.Write(run, null, new LabelRows(run.Graph.Labels[_kind.Ordinal]));
        }
    }

    public override string Explain()
    {
        var order =
            _isDefault ? "in the default order"
            : _walked >= 0 ? $"along the sorted index of {_kind.Type.Properties[_walked].Name}"
            : "sorted";
        return _narrowings.Length == 0
            ? $"nodes of {_kind.Label} {order}"
            : $"nodes of {_kind.Label} by the best of: {string.Join("; ", (IEnumerable<Narrowing>)_narrowings)}; else {order}";
    }

    private (Narrowing? Narrowing, int Count) Narrowest(Execution run)
    {
        Narrowing? best = null;
        var fewest = int.MaxValue;
        foreach (var narrowing in _narrowings)
        {
            var count = narrowing.Estimate(run);
            (best, fewest) = count < fewest ? (narrowing, count) : (best, fewest);
        }

        return (best, fewest);
    }

    /// <summary>False where walking in order meets a page of fitting nodes sooner than sorting so many.</summary>
    private bool Pays(Execution run, int count)
    {
        var all = run.Graph.Labels[_kind.Ordinal].Count;
        var wanted = run.Parameters.Integer(_page.First) ?? run.Parameters.Integer(_page.Last) ?? all;
        var canWalk = (_isDefault || _walked >= 0) && !_wants.Total(run) && !_wants.Groups(run);
        return count <= Few || !canWalk || (double)count * count < (double)all * wanted;
    }
}
