namespace PolicyGraph.Commands;

/// <summary>Works on many items at once and hands the results on in the order of the items.</summary>
internal static class InOrder
{
    /// <param name="items">Read as far ahead as there are workers, no further.</param>
    /// <param name="work">Run on the thread pool, as many at once as the machine has cores.</param>
    /// <param name="take">Called with one result after the other, never at once.</param>
    public static async Task RunAsync<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, Task<TResult>> work, Func<TResult, Task> take, CancellationToken cancellation)
    {
        var running = new Queue<Task<TResult>>();
        foreach (var item in items)
        {
            running.Enqueue(Task.Run(() => work(item), cancellation));
            if (running.Count >= Environment.ProcessorCount)
            {
                await take(await running.Dequeue());
            }
        }

        while (running.TryDequeue(out var next))
        {
            await take(await next);
        }
    }
}
