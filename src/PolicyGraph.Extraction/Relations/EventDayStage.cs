namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// Puts the days that the sentences give to an event down as its properties. After the figures, which weigh every day that stands near the
/// event's name for themselves.
/// </summary>
public sealed class EventDayStage : IStage
{
    public void Run(Paper paper)
    {
        foreach (var ((held, property), day) in paper.EventDays)
        {
            held.Props.TryAdd(property, day);
        }
    }
}
