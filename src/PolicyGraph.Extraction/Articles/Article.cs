using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Articles;

/// <summary>One article of a paper, in positions of the squeezed text.</summary>
public sealed class Article
{
    /// <summary>The whole article, title and byline included.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The body alone; starts at the first sentence after title and byline.</summary>
    public required TextSpan Body { get; init; }

    /// <summary>The title as written, or null.</summary>
    public TextSpan? Title { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Where the article says it was taken from.</summary>
    public string? Source { get; init; }

    /// <summary>The day it speaks on, as ISO, where the article or its paper says: what 今年, 日前 and 11月18日 are counted from.</summary>
    public string? Published { get; set; }
}

/// <summary>
/// A run that ends with 。！？； at a line's end, a line that stands alone (a title, a signature, a list's item), or the byline that text
/// follows in its line.
/// </summary>
/// <param name="Span">Closing punctuation included.</param>
/// <param name="Article">Index into <see cref="Paper.Articles"/>.</param>
/// <param name="IsHeading">A line that stands alone and closes with no full stop, or a byline.</param>
public readonly record struct Sentence(TextSpan Span, int Article, bool IsHeading);
