using System.Text.Json;
using PolicyGraph.Store.Graph;

namespace PolicyGraph.Exporting;

/// <summary>A node of the merged graph on its way out.</summary>
/// <param name="Properties">Those of its type that it has, in the model's order; texts, numbers, truth values or lists of texts. Valid
/// until the next one is asked for.</param>
internal readonly record struct GraphNode(NodeType Type, string Id, IReadOnlyList<KeyValuePair<string, JsonElement>> Properties);

/// <summary>A relation of the merged graph on its way out.</summary>
/// <param name="Properties">As of a node; beside the model's <c>documents</c> and <c>evidence</c>, how many papers say it, and how
/// often.</param>
internal readonly record struct GraphEdge(
    EdgeType Type,
    GraphEnd From,
    GraphEnd To,
    IReadOnlyList<KeyValuePair<string, JsonElement>> Properties
);

/// <summary>Where a relation starts or leads to.</summary>
internal readonly record struct GraphEnd(NodeType Type, string Id);
