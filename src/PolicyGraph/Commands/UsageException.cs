namespace PolicyGraph.Commands;

/// <summary>The call is wrong: the message names the option or the path, what is wrong with it, and what to do.</summary>
internal sealed class UsageException(string message, Exception? inner = null) : Exception(message, inner);
