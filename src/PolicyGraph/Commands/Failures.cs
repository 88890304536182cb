using PolicyGraph.Store;

namespace PolicyGraph.Commands;

/// <summary>
/// Turns the failures that are to be expected into one message and an exit code; what is not expected stays an exception.
/// </summary>
internal static class Failures
{
    public static async Task<int> GuardAsync(Func<Task<int>> action, CancellationToken cancellation)
    {
        try
        {
            return await action();
        }
        catch (UsageException error)
        {
            return Report(error.Message, ExitCode.BadInput);
        }
        catch (StoreException error)
        {
            return Report(
                error.Message,
                error.Code is StoreErrorCode.BadRecord or StoreErrorCode.Unsupported ? ExitCode.BadInput : ExitCode.StoreFailed
            );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException) // What is read fails in its own words.
        {
            return Report(
                $"The output cannot be written: {error.Message.TrimEnd('.')}. Make room, or write elsewhere.",
                ExitCode.OutputFailed
            );
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Report("Stopped. What was acknowledged before is kept.", ExitCode.Cancelled);
        }
    }

    private static int Report(string message, int code)
    {
        ErrorLine.Write(message);
        return code;
    }
}
