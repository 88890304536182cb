using System.Runtime.CompilerServices;

namespace PolicyGraph.Intake;

/// <summary>Works on many items at once and hands the results on in the order of the items.</summary>
internal static class InOrder
{
    /// <param name="items">Read as far ahead as there are cores, no further.</param>
    /// <param name="work">Run on the thread pool, as many at once as the machine has cores.</param>
    public static async IAsyncEnumerable<TResult> RunAsync<TItem, TResult>(
        IEnumerable<TItem> items,
        Func<TItem, Task<TResult>> work,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var running = new Queue<Task<TResult>>();
        foreach (var item in items)
        {
            running.Enqueue(Task.Run(() => work(item), cancellation));
            if (running.Count >= Environment.ProcessorCount)
            {
                yield return await running.Dequeue();
            }
        }

        while (running.TryDequeue(out var next))
        {
            yield return await next;
        }
    }
}
