namespace PolicyGraph.Store.Queries;

/// <summary>
/// What one operation asks of the graph: where it starts, what it follows, and the form of the answer. Values are not part of it: they come
/// beside it as <see cref="Parameters"/>, so one query serves every request of the same text. It speaks of labels, relation types and
/// properties of the <see cref="Graph.GraphModel"/>, never of GraphQL or Cypher.
/// </summary>
public sealed record GraphQuery(Root Root);

/// <summary>Where a query starts.</summary>
public abstract record Root;

/// <summary>One node or null. An id of another label than <paramref name="Labels"/> names finds nothing.</summary>
/// <param name="Labels">Labels that may be found; empty for any.</param>
public sealed record NodeRoot(IReadOnlyList<string> Labels, NodeSelector Selector, Shape Shape) : Root;

/// <summary>A list as long as the ids, null where an id finds nothing.</summary>
/// <param name="Ids">A list of texts.</param>
public sealed record NodesByIdRoot(Slot Ids, Shape Shape) : Root;

/// <summary>All nodes of a label.</summary>
public sealed record ListRoot(string Label, Connection Connection) : Root;

/// <summary>
/// Nodes whose name, alias, title or document number holds a text, then, unless it is the very name of one of them, entities of whom papers
/// say it: at either end of a relation whose evidence holds it, or tied to a statistic whose evidence does (<see cref="Facts.Ties.About"/>,
/// <see cref="Facts.Ties.ReportedBy"/>, <see cref="Facts.Ties.SetBy"/>), in the first papers by id that say it. Where there are none, nodes
/// that nearly hold the text. Best first, as <see cref="Searching.Scoring"/> says. Edges may show score and highlights.
/// </summary>
/// <param name="Labels">Labels that may be found; empty for all.</param>
public sealed record SearchRoot(Slot Text, IReadOnlyList<string> Labels, Connection Connection) : Root;

/// <summary>The shortest paths between two entities, over relations in either direction.</summary>
/// <param name="From">An id, a name or any alias; found as <see cref="ById"/>, else as <see cref="ByName"/> does.</param>
/// <param name="MaxLength">Steps at most; 1 to 8.</param>
/// <param name="MaxPaths">Paths at most.</param>
/// <param name="Via">Relation types that may be used; empty for all of the ontology's fifteen.</param>
public sealed record PathRoot(Slot From, Slot To, Slot MaxLength, Slot MaxPaths, IReadOnlyList<string> Via, IReadOnlyList<PathField> Fields)
    : Root;

/// <summary>
/// The entities that stand most with one: by relations between the two (either way) and by papers that name both; most of both together
/// first, then by id.
/// </summary>
/// <param name="First">Entities at most.</param>
public sealed record RelatedRoot(NodeSelector Entity, Slot First, IReadOnlyList<RelatedField> Fields) : Root;

/// <summary>Nodes of a label, counted and measured by group.</summary>
public sealed record GroupsRoot(string Label, Grouping Grouping) : Root;

/// <summary>How a single node is found.</summary>
public abstract record NodeSelector;

/// <summary>The node with that id, of the labels asked for.</summary>
public sealed record ById(Slot Id) : NodeSelector;

/// <summary>
/// By name or any alias in any spelling (<see cref="NameFolding"/>); where several bear it, the one with that very name, then the one with
/// most evidence, then the lowest id.
/// </summary>
public sealed record ByName(Slot Name) : NodeSelector;

/// <summary>By the value of a property (a document's title, a policy's document number); where several have it, the lowest id.</summary>
public sealed record ByProperty(string Property, Slot Value) : NodeSelector;
