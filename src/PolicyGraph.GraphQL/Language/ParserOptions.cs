namespace PolicyGraph.GraphQL.Language;

/// <summary>What a parser takes before it gives up, so that no document costs more than it may.</summary>
/// <param name="MaxTokens">Tokens of the document, comments not counted; default without limit (schemas of the house), requests are limited
/// by the engine's options.</param>
/// <param name="MaxNesting">How deep braces, brackets and type wrappers may stand in one another; default 200, which no client reaches and
/// every stack holds.</param>
public sealed record ParserOptions(int MaxTokens = int.MaxValue, int MaxNesting = 200)
{
    /// <summary>For texts of one's own.</summary>
    public static ParserOptions Default { get; } = new();
}
