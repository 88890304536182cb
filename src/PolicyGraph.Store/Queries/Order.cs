namespace PolicyGraph.Store.Queries;

/// <summary>One key of an order. Texts go by code unit, missing values last in both directions.</summary>
public abstract record OrderKey(bool Descending);

/// <summary>By a property of the node.</summary>
public sealed record PropertyOrder(string Property, bool Descending) : OrderKey(Descending);

/// <summary>By how many neighbours a relation leads to.</summary>
public sealed record RelationCountOrder(Step Step, Filter? Filter, bool Descending) : OrderKey(Descending);

/// <summary>By a property of the relation that led here.</summary>
public sealed record EdgePropertyOrder(string Property, bool Descending) : OrderKey(Descending);

/// <summary>By how many papers speak of it.</summary>
public sealed record DocumentCountOrder(bool Descending) : OrderKey(Descending);
