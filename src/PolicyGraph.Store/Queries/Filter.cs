namespace PolicyGraph.Store.Queries;

/// <summary>A condition on a node, on an edge's own properties, or on an evidence row.</summary>
public abstract record Filter;

/// <summary>True where all hold; true where there are none.</summary>
public sealed record AllOf(IReadOnlyList<Filter> Filters) : Filter;

/// <summary>True where one holds; false where there are none.</summary>
public sealed record AnyOf(IReadOnlyList<Filter> Filters) : Filter;

/// <summary>True where the other does not hold.</summary>
public sealed record Not(Filter Filter) : Filter;

/// <summary>
/// A property against a value. A missing property fits only <see cref="Comparison.IsNull"/> with true and
/// <see cref="Comparison.NotEqual"/>. The value itself is never null. Texts compare by code unit, numbers by value, dates as text (so
/// <c>2019</c> is before <c>2019-01</c>).
/// </summary>
public sealed record PropertyFilter(string Property, Comparison Comparison, Slot Value) : Filter;

/// <summary>
/// Name or any alias against a text, in the same comparisons as a text property. Equal, in, contains, starts and ends with do not mind the
/// spelling (<see cref="NameFolding"/>).
/// </summary>
public sealed record NameFilter(Comparison Comparison, Slot Value) : Filter;

/// <summary>The neighbours over a relation: some, none or all of them fit, or their number does.</summary>
/// <param name="Node">On the neighbour; null for any.</param>
/// <param name="Edge">On the relation's own properties; null for any.</param>
public sealed record RelationFilter(Step Step, Quantifier Quantifier, Filter? Node, Filter? Edge) : Filter;

/// <summary>The number of neighbours that fit against a whole number.</summary>
/// <param name="Node">On the neighbour; null for any.</param>
/// <param name="Edge">On the relation's own properties; null for any.</param>
public sealed record RelationCountFilter(Step Step, Filter? Node, Filter? Edge, Comparison Comparison, Slot Value) : Filter;

/// <summary>Some evidence row of the node or edge fits; its properties are <c>rule confidence quote</c>.</summary>
/// <param name="Document">On the paper of the row; null for any.</param>
public sealed record EvidenceFilter(Filter? Row, Filter? Document) : Filter;

/// <summary>The node has one of these labels.</summary>
public sealed record LabelFilter(IReadOnlyList<string> Labels) : Filter;

/// <summary>How many papers the node or edge rests on, against a whole number.</summary>
public sealed record DocumentCountFilter(Comparison Comparison, Slot Value) : Filter;

/// <summary>The node or edge rests on this paper (by id) and no other.</summary>
public sealed record OnlyEvidenceFilter(Slot Document) : Filter;

/// <summary>
/// How a value is held against another. Greater and less are of texts by code unit; contains, starts and ends with are of texts alone.
/// </summary>
public enum Comparison
{
    Equal,
    NotEqual,

    /// <summary>The value is a list.</summary>
    In,

    Contains,
    StartsWith,
    EndsWith,
    Greater,
    AtLeast,
    Less,
    AtMost,

    /// <summary>The value is a truth value: true asks for missing, false for present.</summary>
    IsNull,
}

/// <summary>How many neighbours must fit: one at least, none, or all (so also where there are none).</summary>
public enum Quantifier
{
    Some,
    None,
    Every,
}
