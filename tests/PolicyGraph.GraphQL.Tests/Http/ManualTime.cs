namespace PolicyGraph.GraphQL.Tests.Http;

/// <summary>A clock that stands still until it is told to go on. Timers fire on the thread that moves it.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly List<Timer> _timers = [];
    private readonly List<(TimeSpan Due, TaskCompletionSource Set)> _awaited = [];
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Comes back when a timer is set that is due after this time.</summary>
    public Task TimerOf(TimeSpan due)
    {
        lock (_timers)
        {
            var set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((due, set));
            return set.Task;
        }
    }

    public void Advance(TimeSpan time)
    {
        Timer[] due;
        lock (_timers)
        {
            var now = Interlocked.Add(ref _now, time.Ticks);
            due = [.. _timers.Where(timer => timer.DueAt <= now)];
            _timers.RemoveAll(timer => timer.DueAt <= now);
        }

        Array.ForEach(due, timer => timer.Fire());
    }

    private void Set(Timer timer, TimeSpan due)
    {
        lock (_timers)
        {
            _timers.Remove(timer);
            if (due >= TimeSpan.Zero)
            {
                timer.DueAt = GetTimestamp() + due.Ticks;
                _timers.Add(timer);
            }

            _awaited.Where(awaited => awaited.Due == due).ToList().ForEach(awaited => awaited.Set.TrySetResult());
        }
    }

    private sealed class Timer(ManualTime time, Action callback) : ITimer
    {
        public long DueAt { get; set; }

        public void Fire() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.Set(this, dueTime);
            return true;
        }

        public void Dispose() => time.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
