namespace PolicyGraph.Store.Neo4j.Tests.Faults;

/// <summary>A clock whose timers ring at once, so that nobody waits between attempts.</summary>
internal sealed class HurriedTime : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
}
