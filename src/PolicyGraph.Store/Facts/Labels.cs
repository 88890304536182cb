namespace PolicyGraph.Store.Facts;

/// <summary>Labels of the nodes that are no entities; an entity's label is its <see cref="Model.EntityType"/>.</summary>
public static class Labels
{
    public const string Statistic = "Statistic";
    public const string Indicator = "Indicator";
    public const string Document = "Document";
}
