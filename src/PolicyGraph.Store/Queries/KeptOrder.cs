namespace PolicyGraph.Store.Queries;

/// <summary>
/// The order of lists that ask for none, in which a store keeps them: what has a name (entities, indicators) by it, code unit by code unit;
/// then statistics, the latest last day of their periods first, those without a period last, of one day by indicator; then documents. What
/// is equal goes by the text of its id. All of it is part of what makes a node that node, so it never changes. Cursors of this order have
/// these three keys.
/// </summary>
public static class KeptOrder
{
    /// <summary>The property that entities and indicators go by.</summary>
    public const string Name = "name";

    /// <summary>The property that statistics go by first, latest first.</summary>
    public const string LastDay = "periodEnd";

    /// <summary>The property that statistics of one last day go by.</summary>
    public const string Indicator = "indicator";
}
