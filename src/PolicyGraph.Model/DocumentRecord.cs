using System.Diagnostics.CodeAnalysis;

namespace PolicyGraph.Model;

/// <summary>
/// What one paper says: the only thing that crosses from extraction to the stores (docs/ontology.md). Lists are in the order of the text;
/// ids are unique within the record. In JSON what is missing or null is the default: the generated reader sets every member, so the members
/// themselves put defaults in its place.
/// </summary>
public sealed record DocumentRecord
{
    public required DocumentHead Document { get; init; }

    [AllowNull]
    public IReadOnlyList<ArticleRecord> Articles
    {
        get;
        init => field = value ?? [];
    } = [];

    [AllowNull]
    public IReadOnlyList<EntityRecord> Entities
    {
        get;
        init => field = value ?? [];
    } = [];

    [AllowNull]
    public IReadOnlyList<RelationRecord> Relations
    {
        get;
        init => field = value ?? [];
    } = [];

    [AllowNull]
    public IReadOnlyList<StatisticRecord> Statistics
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What the paper's own figures say against each other; see <see cref="FindingRecord"/>.</summary>
    [AllowNull]
    public IReadOnlyList<FindingRecord> Findings
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The text that every span refers to: the file's own for plain text, what was taken out of it for other formats.</summary>
    public string? Text { get; init; }
}

/// <summary>The paper itself.</summary>
public sealed record DocumentHead
{
    /// <summary>SHA-256 of the file's bytes in lower-case hexadecimal: the paper's identity. Null in records made by hand.</summary>
    public string? Hash { get; init; }

    public string? Title { get; init; }

    /// <summary>The newspaper, bulletin or issuing agency.</summary>
    public string? Publisher { get; init; }

    /// <summary>The issue (第42期) or, of an official paper, its document number (发文字号).</summary>
    public string? Issue { get; init; }

    /// <summary>ISO day, month or year; null where the paper does not say.</summary>
    public string? Published { get; init; }

    /// <summary>The file or address that it came from: tells a new version of a paper from another paper.</summary>
    public string? Source { get; init; }
}

/// <summary>One article of a paper.</summary>
public sealed record ArticleRecord
{
    public string? Title { get; init; }

    [AllowNull]
    public IReadOnlyList<string> Authors
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Where the article says it was taken from (来源).</summary>
    public string? Source { get; init; }

    /// <summary>The first characters of its body, white space removed.</summary>
    public string? Begins { get; init; }

    /// <summary>The whole article, title included; null in records made by hand.</summary>
    public TextSpan? Span { get; init; }
}
