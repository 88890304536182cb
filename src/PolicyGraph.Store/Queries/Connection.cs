namespace PolicyGraph.Store.Queries;

/// <summary>A relation followed in one direction.</summary>
/// <param name="Types">Relation types of the model; several are followed as one.</param>
/// <param name="Target">Labels that the other end may have; empty for any.</param>
public sealed record Step(IReadOnlyList<string> Types, Direction Direction, IReadOnlyList<string> Target)
{
    /// <summary>
    /// Where <see cref="Target"/> is empty: the labels that stand at the other end of these relations anyway, as the model's makers know;
    /// empty where that is not known.
    /// </summary>
    public IReadOnlyList<string> Certain { get; init; } = [];

    /// <summary>True where two ways lead over the same relations to the same labels.</summary>
    public static bool AreSame(IReadOnlyList<Step> one, IReadOnlyList<Step> other) =>
        one.Count == other.Count
        && one.Zip(other)
            .All(pair =>
                pair.First.Direction == pair.Second.Direction
                && pair.First.Types.SequenceEqual(pair.Second.Types)
                && pair.First.Target.SequenceEqual(pair.Second.Target)
            );
}

/// <summary>Which way a relation is followed: <see cref="Direction.Out"/> as it points, <see cref="Direction.In"/> against it.</summary>
public enum Direction
{
    Out,
    In,

    /// <summary>Either way, for relations without a direction.</summary>
    Both,
}

/// <summary>A page of an ordered, filtered list, in Relay's form.</summary>
/// <param name="Filter">On the nodes; null for all.</param>
/// <param name="EdgeFilter">On the relation's own properties; null for all, and always null for lists without a relation.</param>
/// <param name="Order">Keys by weight; the id always decides last. Empty: <see cref="KeptOrder"/>. Search: by score.</param>
public sealed record Connection(
    Filter? Filter,
    Filter? EdgeFilter,
    IReadOnlyList<OrderKey> Order,
    Page Page,
    IReadOnlyList<ConnectionField> Fields
);

/// <summary>
/// Which part of the list. The slots hold whole numbers and cursors, or null; <see cref="First"/> and <see cref="Last"/> are never both
/// null once bound. A cursor is opaque: the row's order keys and id, and a fingerprint of the order; one made for another order is an error
/// (<see cref="StoreErrorCode.BadCursor"/>). Rows are those strictly after or before the place that it names, whether or not its row still
/// exists.
/// </summary>
public sealed record Page(Slot First, Slot After, Slot Last, Slot Before);

/// <summary>One field of a connection's object.</summary>
public abstract record ConnectionField(OutputKey Key)
{
    public IReadOnlyList<Condition> Conditions { get; init; } = [];
}

/// <summary>The page's nodes.</summary>
public sealed record NodesField(OutputKey Key, Shape Shape) : ConnectionField(Key);

/// <summary>The page's rows: cursor, node, the relation's own properties and evidence.</summary>
public sealed record EdgesField(OutputKey Key, IReadOnlyList<EdgeField> Fields) : ConnectionField(Key);

/// <summary>How many rows the whole filtered list has; counted only where the query asks.</summary>
public sealed record TotalCountField(OutputKey Key) : ConnectionField(Key);

/// <summary><c>pageInfo</c>: which of its four fields, under which keys.</summary>
public sealed record PageInfoField(OutputKey Key, IReadOnlyList<PageInfoPart> Parts) : ConnectionField(Key);

/// <summary>Bytes of JSON that do not depend on the rows (<c>__typename</c>).</summary>
public sealed record ConnectionConstantField(OutputKey Key, ReadOnlyMemory<byte> Json) : ConnectionField(Key);

/// <summary>Groups over the whole filtered list.</summary>
public sealed record ConnectionGroupsField(OutputKey Key, Grouping Grouping) : ConnectionField(Key);

/// <summary>One field of <c>pageInfo</c>; <paramref name="Json"/> holds the bytes of a <see cref="PageInfoKind.Constant"/>.</summary>
public sealed record PageInfoPart(OutputKey Key, PageInfoKind Kind, ReadOnlyMemory<byte> Json = default)
{
    public IReadOnlyList<Condition> Conditions { get; init; } = [];
}

/// <summary>
/// What a <see cref="PageInfoPart"/> tells: two truth values, the cursors of the first and the last row (null of an empty page), bytes that
/// do not depend on the page.
/// </summary>
public enum PageInfoKind
{
    HasNextPage,
    HasPreviousPage,
    StartCursor,
    EndCursor,
    Constant,
}

/// <summary>One field of a row: <see cref="CursorField"/>, <see cref="RowNodeField"/>, or any of the edge itself.</summary>
public abstract record EdgeField(OutputKey Key)
{
    public IReadOnlyList<Condition> Conditions { get; init; } = [];
}

/// <summary>The row's place in the list, for <see cref="Page.After"/> and <see cref="Page.Before"/>.</summary>
public sealed record CursorField(OutputKey Key) : EdgeField(Key);

/// <summary>The row's node.</summary>
public sealed record RowNodeField(OutputKey Key, Shape Shape) : EdgeField(Key);

/// <summary>
/// Of the edge itself: a <see cref="PropertyField"/>, <see cref="EvidenceField"/>, <see cref="EvidenceCountField"/>,
/// <see cref="ObjectField"/>, <see cref="LabelField"/> (its relation type) or <see cref="ConstantField"/>.
/// </summary>
public sealed record RowEdgeField(OutputKey Key, OutputField Field) : EdgeField(Key);

/// <summary>Search: how well the row fits, greater is better.</summary>
public sealed record ScoreField(OutputKey Key) : EdgeField(Key);

/// <summary>
/// Search: where the text was found, each <c>field start end text</c>, in UTF-16 code units of the field's value. Of a quote also
/// <see cref="HighlightEvidenceField"/> and what it states, <see cref="HighlightStatisticField"/> or <see cref="HighlightFactField"/>.
/// </summary>
public sealed record HighlightsField(OutputKey Key, Shape Shape) : EdgeField(Key);
