namespace PolicyGraph.Commands;

/// <summary>The one way to tell of a failure: a line of its own on standard error, marked as this program's.</summary>
internal static class ErrorLine
{
    public static void Write(string? message) => Console.Error.WriteLine($"policygraph: {message}");
}
