using System.Diagnostics.CodeAnalysis;

namespace PolicyGraph.Model;

/// <summary>One entity of a paper: one row however often the paper names it.</summary>
public sealed record EntityRecord
{
    /// <summary>Unique within the record: <c>e1</c>, <c>e2</c>, …</summary>
    public required string Id { get; init; }

    public required EntityType Type { get; init; }

    /// <summary>The canonical name (docs/ontology.md).</summary>
    public required string Name { get; init; }

    /// <summary>Every surface form in which the paper names it, white space removed, each once.</summary>
    [AllowNull]
    public IReadOnlyList<string> Mentions
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// Those of the mentions that name it outside this paper too (科技部, not 该部); null in records from elsewhere, where all mentions are
    /// taken.
    /// </summary>
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>Every place where the paper names it.</summary>
    [AllowNull]
    public IReadOnlyList<MentionRecord> Spans
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What else the paper says of it, under the ontology's names (<c>document_number</c>, <c>level</c>, …).</summary>
    [AllowNull]
    public IReadOnlyDictionary<string, PropertyValue> Props
    {
        get;
        init => field = value ?? NoProps;
    } = NoProps;

    private static IReadOnlyDictionary<string, PropertyValue> NoProps { get; } =
        new SortedDictionary<string, PropertyValue>(StringComparer.Ordinal);
}

/// <summary>One place where an entity is named.</summary>
public sealed record MentionRecord(TextSpan Span, string Rule = "", double Confidence = 1);
