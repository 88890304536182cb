using System.Text;
using System.Text.Json;

namespace PolicyGraph.Store.Queries;

/// <summary>The form of one JSON object of the answer: its fields in the order in which they are written.</summary>
public sealed record Shape(IReadOnlyList<OutputField> Fields);

/// <summary>A key of the answer, encoded once.</summary>
public sealed class OutputKey(string name)
{
    public string Name { get; } = name;

    /// <summary>The name as a JSON string with its colon, in UTF-8: <c>"name":</c>.</summary>
    public ReadOnlyMemory<byte> Encoded { get; } = Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(name)}\":");

    public override string ToString() => Name;
}

/// <summary>A condition of one request under which a field is written at all (<c>@skip</c>, <c>@include</c>).</summary>
public readonly record struct Condition(Slot Slot, bool Expected);

/// <summary>One field of an object of the answer.</summary>
public abstract record OutputField(OutputKey Key)
{
    /// <summary>Labels of nodes that the field is written for; null for all.</summary>
    public IReadOnlySet<string>? Labels { get; init; }

    /// <summary>All must hold for the field to be written; mostly none.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];
}

/// <summary>
/// A property of the node, edge or evidence row that the object stands for; null where it has none, also where only some of the possible
/// labels or types have it. <c>id</c>, <c>name</c> and <c>aliases</c> are properties too.
/// </summary>
public sealed record PropertyField(OutputKey Key, string Property) : OutputField(Key);

/// <summary>The node's own label; of an edge its relation type.</summary>
public sealed record LabelField(OutputKey Key) : OutputField(Key);

/// <summary>Bytes of JSON that do not depend on the row.</summary>
public sealed record ConstantField(OutputKey Key, ReadOnlyMemory<byte> Json) : OutputField(Key);

/// <summary>
/// An object over the same row: <c>period { start end }</c>. Null where every property in <paramref name="NullUnless"/> is missing.
/// </summary>
public sealed record ObjectField(OutputKey Key, Shape Shape, IReadOnlyList<string> NullUnless) : OutputField(Key);

/// <summary>The nodes at the other end of a relation, as a connection.</summary>
public sealed record RelationField(OutputKey Key, Step Step, Connection Connection) : OutputField(Key);

/// <summary>The one node at the other end of a relation, or null; where there are several, the first by id.</summary>
public sealed record NeighbourField(OutputKey Key, Step Step, Shape Shape) : OutputField(Key);

/// <summary>Of an edge: the node that it starts from (<paramref name="From"/>) or leads to, as the relation points.</summary>
public sealed record EdgeEndField(OutputKey Key, bool From, Shape Shape) : OutputField(Key);

/// <summary>How many distinct nodes stand at the end of several steps in a row.</summary>
public sealed record DistinctCountField(OutputKey Key, IReadOnlyList<Step> Steps) : OutputField(Key);

/// <summary>
/// Other nodes of the same label that share this one's neighbour over a step (of statistics: the subject), have the same values of some
/// properties and other values of others; by id. Nothing where this one has no such neighbour. A missing value is the same as a missing
/// value.
/// </summary>
/// <param name="Through">The step to the shared neighbour.</param>
/// <param name="First">Nodes at most.</param>
public sealed record PeersField(
    OutputKey Key,
    Step Through,
    IReadOnlyList<string> Same,
    IReadOnlyList<string> Different,
    Slot First,
    Shape Shape
) : OutputField(Key);

/// <summary>How many nodes are at the other end of a relation.</summary>
public sealed record RelationCountField(OutputKey Key, Step Step, Filter? Filter) : OutputField(Key);

/// <summary>
/// Where papers say it: of an entity its mentions, of a statistic its statements, of an edge its quotes; ordered by document id and
/// position. Of the edge between an entity or statistic and a document: that node's rows in that document. Evidence rows have the
/// properties <c>quote start end rule confidence</c>, and lead to <see cref="DocumentField"/> and <see cref="ArticleField"/>.
/// </summary>
/// <param name="First">Rows at most.</param>
public sealed record EvidenceField(OutputKey Key, Slot First, Shape Shape) : OutputField(Key);

/// <summary>How many evidence rows there are, or how many papers they come from.</summary>
public sealed record EvidenceCountField(OutputKey Key, bool OfDocuments) : OutputField(Key);

/// <summary>Of an evidence row: the paper.</summary>
public sealed record DocumentField(OutputKey Key, Shape Shape) : OutputField(Key);

/// <summary>Of a highlight in a quote: the evidence row; null for others.</summary>
public sealed record HighlightEvidenceField(OutputKey Key, Shape Shape) : OutputField(Key);

/// <summary>Of a highlight in a quote: the statistic that it states, or null.</summary>
public sealed record HighlightStatisticField(OutputKey Key, Shape Shape) : OutputField(Key);

/// <summary>Of a highlight in a quote: the relation that it states, or null.</summary>
public sealed record HighlightFactField(OutputKey Key, Shape Shape) : OutputField(Key);

/// <summary>Of an evidence row: the article (<c>title authors source start end</c>), or null.</summary>
public sealed record ArticleField(OutputKey Key, Shape Shape) : OutputField(Key);

/// <summary>Of a document: its articles in order.</summary>
public sealed record ArticlesField(OutputKey Key, Shape Shape) : OutputField(Key);

/// <summary>Of a document: what its figures say against each other (<c>check agrees message</c>), in order.</summary>
public sealed record FindingsField(OutputKey Key, Shape Shape) : OutputField(Key);

/// <summary>
/// Of a document: the facts (edges between entities) that it states, by the place of their first quote, as a connection whose nodes are the
/// edges.
/// </summary>
/// <param name="Filter">On the edges; null for all.</param>
/// <param name="Fields">Without groups and edges.</param>
public sealed record DocumentFactsField(OutputKey Key, Filter? Filter, Page Page, IReadOnlyList<ConnectionField> Fields) : OutputField(Key);

/// <summary>
/// Of a document: its text, or the part between two positions in UTF-16 code units (null slots: from the start, to the end).
/// </summary>
public sealed record TextField(OutputKey Key, Slot Start, Slot End) : OutputField(Key);

/// <summary>Groups over the nodes at the other end of a relation.</summary>
public sealed record GroupsField(OutputKey Key, Step Step, Grouping Grouping) : OutputField(Key);
