using Microsoft.Extensions.Logging;
using PolicyGraph.Store;

namespace PolicyGraph.Api.Writing;

/// <summary>
/// Logs who took papers in and away: by the name of the key, never by the key itself. What a log line is made of cannot break it: line ends
/// in names become blanks.
/// </summary>
internal sealed partial class WriteLog(ILogger logger)
{
    /// <summary>The category that it logs under.</summary>
    public const string Category = "PolicyGraph.Writes";

    public void TakenIn(string writer, string? source, WriteOutcome outcome)
    {
        if (outcome.Refusal is { } refusal)
        {
            Refused(logger, OneLine(writer), OneLine(source ?? "no source"), OneLine(refusal));
        }
        else
        {
            Taken(logger, OneLine(writer), outcome.DocumentId, OneLine(source ?? "no source"), outcome.Effect);
        }
    }

    public void TakenAway(string writer, string id, bool removed) => Away(logger, OneLine(writer), OneLine(id), removed);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    [LoggerMessage(21, LogLevel.Information, "{Key} took in {Document} from {Source}: {Effect}")]
    private static partial void Taken(ILogger logger, string key, string document, string source, WriteEffect effect);

    [LoggerMessage(22, LogLevel.Information, "{Key} sent a paper from {Source} that was refused: {Reason}")]
    private static partial void Refused(ILogger logger, string key, string source, string reason);

    [LoggerMessage(23, LogLevel.Information, "{Key} took away {Document}: it was there {Removed}")]
    private static partial void Away(ILogger logger, string key, string document, bool removed);
}
