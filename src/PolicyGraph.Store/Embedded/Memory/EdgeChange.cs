namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>An edge that a batch of writes touches.</summary>
internal sealed class EdgeChange(EdgeHead head, Edge? before) : SupportChange
{
    public EdgeHead Head => head;

    public Edge? Before => before;

    /// <summary>The edge after the changes; null where no paper states it any more.</summary>
    public Edge? After()
    {
        var support = Apply(before?.Support ?? default);
        return support.Count == 0 ? null : new Edge(head, Merging.Values(support), support);
    }
}
