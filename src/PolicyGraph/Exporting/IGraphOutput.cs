namespace PolicyGraph.Exporting;

/// <summary>One form of the graph in a file, written as it comes: all nodes, then all relations. Disposing of it completes it.</summary>
internal interface IGraphOutput : IAsyncDisposable
{
    Task WriteAsync(GraphNode node);

    Task WriteAsync(GraphEdge edge);
}
