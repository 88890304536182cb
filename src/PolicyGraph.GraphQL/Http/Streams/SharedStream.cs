using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.GraphQL.Http.Streams;

/// <summary>
/// One stream with the responses of many operations, each with the id that the client gave it. Reserved first, then opened; operations that
/// come before wait with their first response. It ends, and with it its operations, when the client goes, the server stops, or the
/// reservation runs out.
/// </summary>
internal sealed class SharedStream
{
    private readonly GraphQLEngine _engine;
    private readonly StreamingOptions _options;
    private readonly Action _forget;
    private readonly CancellationTokenSource _ending;
    private readonly CancellationToken _ended;
    private readonly ITimer _reservation;
    private readonly TaskCompletionSource<EventStream> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _operations = new(StringComparer.Ordinal);
    private int _isTaken;

    /// <param name="forget">Called once, when it has ended.</param>
    public SharedStream(GraphQLEngine engine, StreamingOptions options, CancellationToken stopping, Action forget)
    {
        (_engine, _options, _forget) = (engine, options, forget);
        _ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _ended = _ending.Token;
        _reservation = engine.Options.Time.CreateTimer(_ => Expire(), state: null, options.ReservationTimeLimit, Timeout.InfiniteTimeSpan);
    }

    public enum Beginning
    {
        Begun,
        Known,
        TooMany,
    }

    /// <summary>True for the one who may open it.</summary>
    public bool TryTake() => Interlocked.Exchange(ref _isTaken, 1) == 0;

    /// <summary>Holds the response open until the stream ends. For whoever took it.</summary>
    public async Task RunAsync(HttpContext http)
    {
        await _reservation.DisposeAsync();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, _ended);
        await using var stream = new EventStream(http, _options, _engine.Options.Time, ending.Token);
        try
        {
            await stream.OpenAsync();
            _opened.SetResult(stream);
            await Task.Delay(Timeout.InfiniteTimeSpan, _engine.Options.Time, ending.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The one way in which a stream ends.
        }
        finally
        {
            await CloseAsync();
        }
    }

    /// <summary>Starts an operation whose responses go to the stream.</summary>
    public Beginning TryBegin(string id, GraphQLRequest request, HttpContext host)
    {
        if (_operations.Count >= _options.MaxOperations)
        {
            return Beginning.TooMany;
        }

        var ending = CancellationTokenSource.CreateLinkedTokenSource(_ended);
        if (!_operations.TryAdd(id, ending))
        {
            ending.Dispose();
            return Beginning.Known;
        }

        // The request's texts lie in a buffer that is given back when it is answered.
        var kept = request with
        {
            Query = request.Query.ToArray(),
            Variables = request.Variables.ToArray(),
        };
        _ = ServeAsync(id, kept, host, ending);
        return Beginning.Begun;
    }

    /// <summary>Ends an operation, if it runs.</summary>
    public void End(string id)
    {
        if (_operations.TryRemove(id, out var ending))
        {
            ending.Cancel();
        }
    }

    private async Task ServeAsync(string id, GraphQLRequest request, HttpContext host, CancellationTokenSource ending)
    {
        try
        {
            await foreach (var response in _engine.StreamAsync(request, host, ending.Token))
            {
                var stream = await _opened.Task.WaitAsync(ending.Token);
                await stream.SendAsync("next", Envelope(id, response.Json.Span));
            }

            await (await _opened.Task.WaitAsync(ending.Token)).SendAsync("complete", Envelope(id, []));
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Ended by the client, or with the stream.
        }
        finally
        {
            if (_operations.TryRemove(KeyValuePair.Create(id, ending)))
            {
                ending.Dispose();
            }
        }
    }

    private static ReadOnlySpan<byte> Envelope(string id, ReadOnlySpan<byte> payload)
    {
        using var message = new PooledBuffer(payload.Length + 64);
        message.Write("{\"id\":"u8);
        message.WriteString(id);
        if (!payload.IsEmpty)
        {
            message.Write(",\"payload\":"u8);
            message.Write(payload);
        }

        message.Write((byte)'}');
        return message.WrittenSpan.ToArray();
    }

    private void Expire()
    {
        if (TryTake())
        {
            _ = CloseAsync();
        }
    }

    private async Task CloseAsync()
    {
        _forget();
        await _ending.CancelAsync();
        await _reservation.DisposeAsync();
        _ending.Dispose();
    }
}
