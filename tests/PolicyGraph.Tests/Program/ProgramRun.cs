using System.Diagnostics;
using System.Text;

namespace PolicyGraph.Tests.Program;

/// <summary>The program as its users run it: a process of its own, its two outputs, its exit code.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static ProcessStartInfo Start(string folder, params string[] arguments) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "policygraph.dll"), .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };

    /// <summary>Runs it to its end; one that does not end is killed, and the test fails.</summary>
    public static Task<ProgramRun> RunAsync(string folder, params string[] arguments) => RunAsync(Start(folder, arguments));

    /// <summary>The same with its output going to a file or device.</summary>
    public static Task<ProgramRun> RunIntoAsync(string folder, string output, params string[] arguments)
    {
        var start = Start(folder, arguments);
        var call = start.ArgumentList.Prepend(start.FileName).ToList();
        start.FileName = "sh";
        start.ArgumentList.Clear();
        foreach (var word in (string[])["-c", $"exec \"$@\" > {output}", "sh", .. call])
        {
            start.ArgumentList.Add(word);
        }

        return RunAsync(start);
    }

    private static async Task<ProgramRun> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
