using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Puts nodes into groups and writes them as a list.</summary>
internal sealed class GroupsWriter(
    Test<NodeRow>? test,
    GroupKeysPlan[] keys,
    int keyCount,
    AggregatePlan[] aggregates,
    (int Aggregate, Comparison Comparison, Slot Value)[] having,
    GroupSort[] order,
    Slot first,
    Slot skip,
    ShapeWriter<GroupRow> shape
)
{
    private readonly bool _keepsNodes = Array.Exists(aggregates, aggregate => !aggregate.IsOwn);

    /// <summary>Writes the groups of the nodes on the stack, from an index up to the top, each node counted once.</summary>
    public void Write(Execution run, int start)
    {
        var groups = new Dictionary<Value?[], Group>(KeyEquality.Instance);
        var chosen = new Value?[keyCount];
        foreach (var index in RowNodes.Distinct(run, start))
        {
            run.Tick();
            var node = run.Graph.Node(index);
            if (test is null || test.Holds(run, new NodeRow(node)))
            {
                Add(run, groups, node, chosen, 0);
            }
        }

        Write(run, [.. groups.Values]);
    }

    /// <param name="chosen">The group's keys so far, written over by the next node.</param>
    /// <param name="next">Which keys come next.</param>
    private void Add(Execution run, Dictionary<Value?[], Group> groups, Node node, Value?[] chosen, int next)
    {
        for (; next < keys.Length && keys[next].AreOwn; next++)
        {
            keys[next].PutOwn(run, node, chosen);
        }

        if (next < keys.Length)
        {
            foreach (var values in keys[next].Values(run, node))
            {
                keys[next].Put(values, chosen);
                Add(run, groups, node, chosen, next + 1);
            }

            return;
        }

        if (!groups.TryGetValue(chosen, out var group))
        {
            group = new Group([.. chosen], aggregates.Length);
            groups.Add(group.Keys, group);
        }

        if (_keepsNodes)
        {
            group.Nodes.Add(node);
        }

        for (var i = 0; i < aggregates.Length; i++)
        {
            aggregates[i].Add(run, node, group.Tallies[i]);
        }
    }

    private void Write(Execution run, List<Group> groups)
    {
        foreach (var group in groups)
        {
            group.Numbers = [.. aggregates.Select((aggregate, i) => aggregate.Number(run, group.Nodes, group.Tallies[i]))];
        }

        groups.RemoveAll(group =>
            !having.All(condition =>
                Comparing.Fits(group.Numbers[condition.Aggregate], condition.Comparison, run.Parameters[condition.Value])
            )
        );
        groups.Sort(Compare);
        var from = (int)Math.Clamp(run.Parameters.Integer(skip) ?? 0, 0, groups.Count);
        var count = (int)Math.Clamp(run.Parameters.Integer(first) ?? int.MaxValue, 0, groups.Count - from);
        Lists.Write(run, groups.GetRange(from, count), shape, static group => new GroupRow(group, -1));
    }

    private int Compare(Group? left, Group? right)
    {
        foreach (var sort in order)
        {
            var compared = Compare(sort.Of(left!), sort.Of(right!), sort.Descending); // The list holds no nulls.
            if (compared != 0)
            {
                return compared;
            }
        }

        for (var i = 0; i < keyCount; i++)
        {
            var compared = Compare(left!.Keys[i], right!.Keys[i], descending: false);
            if (compared != 0)
            {
                return compared;
            }
        }

        return 0;
    }

    private static int Compare(Value? left, Value? right, bool descending) =>
        SortKey.Compare(new SortKey(left, null), new SortKey(right, null), descending);
}

/// <summary>Orders groups by an aggregate, or, where that is −1, by a key.</summary>
internal readonly record struct GroupSort(int Aggregate, int Key, bool Descending)
{
    public Value? Of(Group group) => Aggregate >= 0 ? group.Numbers[Aggregate] : group.Keys[Key];
}

/// <summary>One group.</summary>
/// <param name="aggregates">How many numbers are told of it.</param>
internal sealed class Group(Value?[] keys, int aggregates)
{
    public Value?[] Keys => keys;

    /// <summary>Its nodes, where a number is told of what they lead to; else none are kept.</summary>
    public List<Node> Nodes { get; } = [];

    /// <summary>The aggregates of its own nodes so far, by their place.</summary>
    public Tally[] Tallies { get; } = [.. Enumerable.Range(0, aggregates).Select(_ => new Tally())];

    /// <summary>The aggregates, by their place.</summary>
    public Value?[] Numbers { get; set; } = [];
}

/// <summary>A group's object, or (inside its list of keys) the object of one key.</summary>
internal readonly record struct GroupRow(Group Group, int Key) : IRow
{
    public ulong LabelBit => ulong.MaxValue;
}

/// <summary>Groups are the same where all their keys are.</summary>
internal sealed class KeyEquality : IEqualityComparer<Value?[]>
{
    public static KeyEquality Instance { get; } = new();

    public bool Equals(Value?[]? x, Value?[]? y) => x.AsSpan().SequenceEqual(y, EqualityComparer<Value?>.Default);

    public int GetHashCode(Value?[] obj)
    {
        var hash = default(HashCode);
        foreach (var value in obj)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
