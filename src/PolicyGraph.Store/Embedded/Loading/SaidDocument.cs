using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Loading;

/// <summary>
/// What one document says, already in the values that the graph keeps. Its nodes are found or numbered when it goes into the graph.
/// </summary>
/// <param name="Nodes">The document's own is the first.</param>
internal sealed record SaidDocument(DocumentEntry Entry, SaidNode[] Nodes, SaidEdge[] Edges);

/// <summary>One node as a document sees it.</summary>
internal readonly record struct SaidNode(NodeKind Kind, ulong Id, Contribution Said);

/// <summary>One edge as a document sees it.</summary>
/// <param name="From">An index into <see cref="SaidDocument.Nodes"/>.</param>
/// <param name="To">An index into <see cref="SaidDocument.Nodes"/>.</param>
/// <param name="Key">As <see cref="EdgeHead.Key"/>.</param>
/// <param name="Said">Null for a tie.</param>
internal readonly record struct SaidEdge(EdgeKind Kind, int From, int To, string Key, Contribution? Said);
