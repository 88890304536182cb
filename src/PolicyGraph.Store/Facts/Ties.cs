namespace PolicyGraph.Store.Facts;

/// <summary>Names of the edges that tie a node to its paper or its subject; they are no facts of their own and carry no evidence.</summary>
public static class Ties
{
    /// <summary>Statistic → the entity that it is about.</summary>
    public const string About = "ABOUT";

    /// <summary>Statistic → the entity that states it.</summary>
    public const string ReportedBy = "REPORTED_BY";

    /// <summary>Statistic → the policy that sets it as a target or limit.</summary>
    public const string SetBy = "SET_BY";

    /// <summary>Statistic → its indicator.</summary>
    public const string Measures = "MEASURES";

    /// <summary>Entity → a document that names it.</summary>
    public const string MentionedIn = "MENTIONED_IN";

    /// <summary>Statistic → a document that states it.</summary>
    public const string StatedIn = "STATED_IN";
}
