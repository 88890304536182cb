namespace PolicyGraph.Extraction;

/// <summary>One step of the way from text to record. Stateless: one instance serves all papers and threads.</summary>
public interface IStage
{
    /// <summary>
    /// Reads what earlier stages put on <paramref name="paper"/> and adds its own. Time grows with the text's length and no faster.
    /// </summary>
    void Run(Paper paper);
}
