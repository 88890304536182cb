using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace PolicyGraph.GraphQL.Subscriptions;

/// <summary>
/// Hands what is published on to every subscriber, each of whom has a queue of its own. Publishing never waits: a subscriber who has not
/// fetched what came before until its queue is full is told so (<see cref="ErrorCodes.SubscriberTooSlow"/>) after the items that it still
/// has, and gets no more. Nothing is left out silently. Safe for several threads.
/// </summary>
/// <param name="queueLength">Items that wait for one subscriber at most; 256 unless told otherwise.</param>
public sealed class Broadcast<T>(int queueLength = 256)
{
    private ImmutableList<Channel<T>> _subscribers = [];

    /// <summary>How many are subscribed now.</summary>
    public int Subscribers => _subscribers.Count;

    /// <summary>Hands an item to everyone who is subscribed.</summary>
    public void Publish(T item)
    {
        foreach (var subscriber in _subscribers)
        {
            if (!subscriber.Writer.TryWrite(item) && subscriber.Writer.TryComplete(TooSlow()))
            {
                Remove(subscriber);
            }
        }
    }

    /// <summary>
    /// Everything that is published from now on, in its order. Ends by cancellation, or with the error that the subscriber is too slow.
    /// </summary>
    public IAsyncEnumerable<T> Subscribe(CancellationToken cancellation)
    {
        var channel = Channel.CreateBounded<T>(new BoundedChannelOptions(queueLength) { SingleReader = true });
        ImmutableInterlocked.Update(ref _subscribers, (all, one) => all.Add(one), channel);
        cancellation.UnsafeRegister(_ => Remove(channel), state: null);
        return ReadAsync(channel, cancellation);
    }

    private async IAsyncEnumerable<T> ReadAsync(Channel<T> channel, [EnumeratorCancellation] CancellationToken cancellation)
    {
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync(cancellation))
            {
                yield return item;
            }
        }
        finally
        {
            Remove(channel);
        }
    }

    private void Remove(Channel<T> channel) => ImmutableInterlocked.Update(ref _subscribers, (all, one) => all.Remove(one), channel);

    private GraphQLException TooSlow() =>
        new(
            ErrorCodes.SubscriberTooSlow,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The subscription has ended: more than {queueLength} events waited to be fetched. Subscribe again, and ask for what may have changed."
            )
        );
}
