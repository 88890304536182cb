using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.GraphQL.Http.Streams;

/// <summary>
/// A response as a stream of events. WHATWG HTML, section 9.2, "Server-sent events". Events of several operations may be sent at one time;
/// each is sent whole. A client that does not take an event in time is dropped.
/// </summary>
internal sealed class EventStream(HttpContext http, StreamingOptions options, TimeProvider time, CancellationToken ending)
    : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private ITimer? _keepAlive;
    private bool _isClosed;

    /// <summary>
    /// Sends the head of the response and a first comment, so that the client knows it is heard; from then on a comment whenever it was
    /// quiet for too long.
    /// </summary>
    public async Task OpenAsync()
    {
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.ContentType = $"{MediaTypes.EventStream}; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers["X-Accel-Buffering"] = "no"; // Proxies after nginx's manner would hold events back.
        await SendAsync(":\n\n"u8.ToArray());
        _keepAlive = time.CreateTimer(_ => _ = KeepAliveAsync(), state: null, options.KeepAlive, options.KeepAlive);
    }

    /// <summary>Sends one event.</summary>
    /// <param name="name"><c>next</c> or <c>complete</c>.</param>
    /// <param name="data">JSON on one line.</param>
    /// <exception cref="OperationCanceledException">The stream has ended.</exception>
    public Task SendAsync(string name, ReadOnlySpan<byte> data) => SendAsync(Event(name, data));

    private static byte[] Event(string name, ReadOnlySpan<byte> data)
    {
        using var message = new PooledBuffer(data.Length + 64);
        message.Write("event: "u8);
        message.Write(Encoding.ASCII.GetBytes(name));
        message.Write("\ndata: "u8);
        message.Write(data);
        message.Write("\n\n"u8);
        return message.WrittenSpan.ToArray();
    }

    private async Task SendAsync(byte[] message)
    {
        using var limit = new Deadline(options.SendTimeLimit, time, ending);
        await _turn.WaitAsync(limit.Token);
        try
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            await http.Response.BodyWriter.WriteAsync(message, limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsExpired)
        {
            http.Abort();
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task KeepAliveAsync()
    {
        try
        {
            await SendAsync(":\n\n"u8.ToArray());
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException or IOException)
        {
            // The stream ends anyway; whoever waits for it tidies up.
        }
    }

    /// <summary>Waits for the event that is being sent; none is sent after that.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_keepAlive is { } timer)
        {
            await timer.DisposeAsync();
        }

        await _turn.WaitAsync(CancellationToken.None);
        _isClosed = true;
        _turn.Release();
    }
}
