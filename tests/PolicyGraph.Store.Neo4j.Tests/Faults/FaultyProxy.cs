using System.Net;
using System.Net.Sockets;

namespace PolicyGraph.Store.Neo4j.Tests.Faults;

/// <summary>What goes wrong on the way.</summary>
public enum Fault
{
    /// <summary>Half of a part of the response comes, then the connection ends.</summary>
    CutResponse,

    /// <summary>The connection ends when the request comes.</summary>
    DropRequest,

    /// <summary>The request is swallowed, and nothing comes.</summary>
    Silence,

    /// <summary>Something that is no Neo4j answers 503.</summary>
    Unready,

    /// <summary>Something that is no Neo4j answers with what is no JSON.</summary>
    Garbage,

    /// <summary>The request is held until <see cref="FaultyProxy.Release"/>, then goes on.</summary>
    Delay,
}

/// <summary>Stands between a store and its server, and breaks what passes.</summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Uri _server;
    private readonly Task _accepting;
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _holding = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Fault _fault;
    private int _passing;
    private int _breaking;

    public FaultyProxy(Uri server)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}/");

    /// <summary>Breaks some requests or responses after others have passed.</summary>
    public void Break(Fault what, int times, int after = 0)
    {
        lock (_gate)
        {
            (_fault, _passing, _breaking) = (what, after, times);
        }
    }

    /// <summary>Ends when the first request is held.</summary>
    public Task Holding => _holding.Task;

    /// <summary>Lets all go on that are held.</summary>
    public void Release() => _released.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var closing = client;
        using var target = new TcpClient();
        try
        {
            await target.ConnectAsync(_server.Host, _server.Port, _end.Token);
            await await Task.WhenAny(
                RequestsAsync(client.GetStream(), target.GetStream()),
                ResponsesAsync(target.GetStream(), client.GetStream())
            );
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One of the two went away; so does the other.
        }
    }

    private async Task RequestsAsync(NetworkStream client, NetworkStream target)
    {
        var buffer = new byte[1 << 20];
        for (int count; (count = await client.ReadAsync(buffer, _end.Token)) > 0; )
        {
            switch (Next(response: false))
            {
                case Fault.DropRequest:
                    return;
                case Fault.Silence:
                    continue;
                case Fault.Unready:
                    await client.WriteAsync(
                        "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 5\r\nConnection: close\r\n\r\nlater"u8.ToArray(),
                        _end.Token
                    );
                    return;
                case Fault.Garbage:
                    await client.WriteAsync(
                        "HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\n<html>"u8.ToArray(),
                        _end.Token
                    );
                    return;
                case Fault.Delay:
                    _holding.TrySetResult();
                    await _released.Task.WaitAsync(_end.Token);
                    goto default;
                default:
                    await target.WriteAsync(buffer.AsMemory(0, count), _end.Token);
                    break;
            }
        }
    }

    private async Task ResponsesAsync(NetworkStream target, NetworkStream client)
    {
        var buffer = new byte[1 << 20];
        for (int count; (count = await target.ReadAsync(buffer, _end.Token)) > 0; )
        {
            var isCut = Next(response: true) is not null;
            await client.WriteAsync(buffer.AsMemory(0, isCut ? count / 2 : count), _end.Token);
            if (isCut)
            {
                return;
            }
        }
    }

    private Fault? Next(bool response)
    {
        lock (_gate)
        {
            if (_breaking == 0 || response != (_fault == Fault.CutResponse) || _passing-- > 0)
            {
                return null;
            }

            _breaking--;
            return _fault;
        }
    }
}
