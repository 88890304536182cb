using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PolicyGraph.Benchmarks.Requests;

/// <summary>One HTTP/1.1 connection that sends the same request again and again and allocates nothing for it. Blocks its thread.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket _socket;
    private byte[] _buffer = new byte[1 << 16];

    public RawConnection(int port)
    {
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        _socket.Connect(IPAddress.Loopback, port);
    }

    /// <summary>The body of the last response.</summary>
    public ReadOnlySpan<byte> Body => _buffer.AsSpan(BodyStart, BodyLength);

    private int BodyStart { get; set; }

    private int BodyLength { get; set; }

    /// <summary>A whole POST as it goes over the wire.</summary>
    public static byte[] Post(string path, ReadOnlySpan<byte> json)
    {
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: {json.Length}\r\n\r\n"
        );
        return [.. Encoding.ASCII.GetBytes(head), .. json];
    }

    /// <summary>Sends a request and reads its whole response; its status.</summary>
    public int Ask(byte[] request)
    {
        _socket.Send(request);
        var count = 0;
        int end;
        while ((end = _buffer.AsSpan(0, count).IndexOf("\r\n\r\n"u8)) < 0)
        {
            count += Receive(count);
        }

        BodyStart = end + 4;
        BodyLength = Length(_buffer.AsSpan(0, end));
        while (count < BodyStart + BodyLength)
        {
            count += Receive(count);
        }

        return ((_buffer[9] - '0') * 100) + ((_buffer[10] - '0') * 10) + (_buffer[11] - '0');
    }

    public void Dispose() => _socket.Dispose();

    private static int Length(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("Content-Length: "u8);
        return at < 0 || !System.Buffers.Text.Utf8Parser.TryParse(head[(at + 16)..], out int length, out _) ? 0 : length;
    }

    private int Receive(int count)
    {
        if (count == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var received = _socket.Receive(_buffer.AsSpan(count));
        return received > 0 ? received : throw new IOException("The server closed the connection.");
    }
}
