using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>A name with what belongs to it: a person's posts before it, a gloss in brackets after it.</summary>
internal sealed class Phrase
{
    public required Mention Head { get; init; }

    /// <summary>The name with its posts and its gloss.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>A person's posts in the order of the text; empty for any other head.</summary>
    public IReadOnlyList<Post> Posts { get; init; } = [];

    /// <summary>The places that the head lies in, named right before it (甲市 in 甲市乙区).</summary>
    public IReadOnlyList<Mention> Around { get; init; } = [];

    public EntityType Type => Head.Type;

    /// <summary>Never null: only linked mentions become phrases.</summary>
    public Entity Entity => Head.Entity!;
}

/// <summary>A post as it stands beside a person's name.</summary>
/// <param name="Body">Where it is held.</param>
/// <param name="Title">As written; all posts at one body together.</param>
/// <param name="Span">Body and title.</param>
/// <param name="IsOfUnit">True where the title begins with a unit of the body that is not known by name (甲局渔政处处长): the post is held
/// there.</param>
internal readonly record struct Post(Mention Body, TextSpan Title, TextSpan Span, bool IsOfUnit = false);
