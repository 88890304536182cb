using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PolicyGraph.Benchmarks.Requests;

/// <summary>A <see cref="ServedStore"/> as a process of its own on one processor (by <c>taskset</c>, where there is one).</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    /// <summary>Time on the processor so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Memory now, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The most memory that it has had so far, in bytes, as the system keeps it.</summary>
    public long LargestWorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    public static async Task<ServerProcess> StartAsync(string records, CancellationToken cancellation)
    {
        var port = FreePort();
        string[] command =
        [
            Environment.ProcessPath!,
            "serve",
            records,
            string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
        ]; // A process has a path.
        string[] bound = File.Exists("/usr/bin/taskset") ? ["/usr/bin/taskset", "-c", "0", .. command] : command;
        var process =
            Process.Start(
                new ProcessStartInfo(bound[0], bound[1..])
                {
                    UseShellExecute = false,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                }
            ) ?? throw new IOException("The server did not start.");
        return await process.StandardOutput.ReadLineAsync(cancellation) == "ready"
            ? new ServerProcess(process, port)
            : throw new IOException("The server did not get ready.");
    }

    /// <summary>Bytes that the server has allocated so far.</summary>
    public long Allocated()
    {
        using var connection = new RawConnection(Port);
        connection.Ask(RawConnection.Post("/allocated", []));
        return long.Parse(connection.Body, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
