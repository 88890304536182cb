using PolicyGraph.Extraction.Text.Formats;
using PolicyGraph.Store;

namespace PolicyGraph.Commands;

/// <summary>Turns the failures that are to be expected into one message and an exit code; what is not expected stays an exception.</summary>
internal static class Failures
{
    public static async Task<int> GuardAsync(Func<Task<int>> action, CancellationToken cancellation)
    {
        try
        {
            return await action();
        }
        catch (StoreException error)
        {
            return await ReportAsync(error.Message, error.Code is StoreErrorCode.BadRecord ? ExitCode.BadInput : ExitCode.StoreFailed);
        }
        catch (Exception error) when (error is PaperException or IOException or UnauthorizedAccessException)
        {
            return await ReportAsync(error.Message, ExitCode.BadInput);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return await ReportAsync("Stopped. What was acknowledged before is kept.", ExitCode.Cancelled);
        }
    }

    private static async Task<int> ReportAsync(string message, int code)
    {
        await Console.Error.WriteLineAsync($"policygraph: {message}");
        return code;
    }
}
