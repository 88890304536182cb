using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Text.Formats;

/// <summary>One paper as read, before extraction.</summary>
/// <param name="Text">The text that every span of its record refers to.</param>
/// <param name="Head">Hash and source; title and day where the file itself carries them beside the text.</param>
public readonly record struct SourcePaper(string Text, DocumentHead Head);
