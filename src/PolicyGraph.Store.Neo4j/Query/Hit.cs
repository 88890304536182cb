namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>What a search found of a row, in a statement.</summary>
/// <param name="Variable">A list: the node, the score; where highlights are asked for also the place of the text among the node's
/// (<see cref="Schema.SearchTexts"/>), or of a quote its place among those of its relationship, and that relationship.</param>
/// <param name="Wanted">The text that was searched for, in the form of <see cref="Schema.HanText"/>.</param>
internal sealed record Hit(string Variable, string Wanted)
{
    public string Score => $"{Variable}[1]";

    /// <summary>The place of the text among the node's, or among the relationship's quotes.</summary>
    public string Place => $"{Variable}[2]";

    /// <summary>The relationship whose quote it is; null where it is a text of the node.</summary>
    public string Edge => $"{Variable}[3]";
}
