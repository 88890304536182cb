namespace PolicyGraph.Store.Queries;

/// <summary>Nodes put into groups, and what is told of each group.</summary>
/// <param name="Filter">On the nodes before grouping; null for all.</param>
/// <param name="Keys">What makes a group; none puts all into one.</param>
/// <param name="Having">On the groups, by aggregate.</param>
/// <param name="Order">Empty: most first, then by the keys.</param>
/// <param name="First">Groups at most.</param>
/// <param name="Fields">What is written of each group.</param>
public sealed record Grouping(
    Filter? Filter,
    IReadOnlyList<GroupKey> Keys,
    IReadOnlyList<GroupCondition> Having,
    IReadOnlyList<GroupOrder> Order,
    Slot First,
    Slot Skip,
    IReadOnlyList<GroupField> Fields
);

/// <summary>
/// One key of a group. Keys over the same steps speak of the same neighbour: by the name of an issuer and the date on its edge, a policy of
/// two issuers stands in two groups and not in four.
/// </summary>
/// <param name="Steps">Relations followed from the node first (several hops, in order); a node with several neighbours stands in several
/// groups, one with none in the group of null.</param>
/// <param name="Property">The property of the node reached (<c>id</c> where the node itself is the key).</param>
/// <param name="Part">For dates: the whole, the year or the month.</param>
public sealed record GroupKey(IReadOnlyList<Step> Steps, string Property, DatePart Part)
{
    /// <summary>True where the property is one of the edge that the last step goes over.</summary>
    public bool IsOfEdge { get; init; }

    /// <summary>True where the node reached is itself the key.</summary>
    public bool IsNode => Property == "id" && !IsOfEdge;

    /// <summary>The places of keys that speak of the same neighbour, together; in the order of the first of each.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Together(IReadOnlyList<GroupKey> keys) =>
        [
            .. Enumerable
                .Range(0, keys.Count)
                .GroupBy(i => keys.Index().First(key => Step.AreSame(key.Item.Steps, keys[i].Steps)).Index)
                .Select(group => group.ToList()),
        ];
}

/// <summary>How much of a date makes the key: all of it, the year (<c>2021</c>) or the month (<c>2021-09</c>).</summary>
public enum DatePart
{
    Whole,
    Year,
    Month,
}

/// <summary>A number told of a group.</summary>
/// <param name="Steps">Relations followed from the group's nodes first, in order; mostly none.</param>
/// <param name="Property">Of the node reached; null for <see cref="AggregateKind.Count"/>.</param>
public sealed record Aggregate(AggregateKind Kind, IReadOnlyList<Step> Steps, string? Property);

/// <summary>
/// Which number an <see cref="Aggregate"/> is; nodes without the property count in <see cref="AggregateKind.Count"/> alone.
/// </summary>
public enum AggregateKind
{
    /// <summary>How many nodes; needs no property.</summary>
    Count,
    Sum,
    Min,
    Max,
    Average,
    CountDistinct,
}

/// <summary>Only groups whose number fits.</summary>
public sealed record GroupCondition(Aggregate Aggregate, Comparison Comparison, Slot Value);

/// <summary>By an aggregate, or by the key at an index.</summary>
public sealed record GroupOrder(Aggregate? Aggregate, int Key, bool Descending);

/// <summary>One field of a group's object.</summary>
public abstract record GroupField(OutputKey Key)
{
    public IReadOnlyList<Condition> Conditions { get; init; } = [];
}

/// <summary>
/// A list with one object for each key, in order; inside it <see cref="GroupKeyField"/> and <see cref="GroupNodeField"/> with index -1
/// speak of that key.
/// </summary>
public sealed record GroupKeysField(OutputKey Key, IReadOnlyList<GroupField> Fields) : GroupField(Key);

/// <summary>The key at an index of <see cref="Grouping.Keys"/> as text whatever its kind, or null.</summary>
public sealed record GroupKeyField(OutputKey Key, int Index) : GroupField(Key);

/// <summary>
/// The node that the key at an index stands for (its property is <c>id</c>), or null (always null for keys that are no <c>id</c>).
/// </summary>
public sealed record GroupNodeField(OutputKey Key, int Index, Shape Shape) : GroupField(Key);

/// <summary>A number of the group.</summary>
public sealed record AggregateField(OutputKey Key, Aggregate Aggregate) : GroupField(Key);

/// <summary>Bytes of JSON that do not depend on the group.</summary>
public sealed record GroupConstantField(OutputKey Key, ReadOnlyMemory<byte> Json) : GroupField(Key);

/// <summary>An object over the same group: <c>key { … }</c>, <c>value { sum avg }</c>.</summary>
public sealed record GroupObjectField(OutputKey Key, IReadOnlyList<GroupField> Fields) : GroupField(Key);
