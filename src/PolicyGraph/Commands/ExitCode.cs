namespace PolicyGraph.Commands;

/// <summary>What the program's end tells a script.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Some of what was asked was done; the messages name the rest.</summary>
    public const int Partly = 1;

    /// <summary>Nothing was done: the call, a path or an input was wrong.</summary>
    public const int BadInput = 2;

    /// <summary>The store does not answer, is locked, damaged or not writable.</summary>
    public const int StoreFailed = 3;

    /// <summary>The address to serve at is taken or not allowed.</summary>
    public const int CannotListen = 4;

    /// <summary>What was asked for cannot be written where it is to go: the disk is full, or the place not writable.</summary>
    public const int OutputFailed = 5;

    /// <summary>Stopped from outside (Ctrl+C); what was acknowledged is kept.</summary>
    public const int Cancelled = 130;
}
