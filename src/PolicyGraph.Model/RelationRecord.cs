using System.Diagnostics.CodeAnalysis;

namespace PolicyGraph.Model;

/// <summary>One relation that a paper states between two of its entities.</summary>
public sealed record RelationRecord
{
    public required RelationType Type { get; init; }

    /// <summary>The <see cref="EntityRecord.Id"/> it starts from.</summary>
    public required string From { get; init; }

    /// <summary>The <see cref="EntityRecord.Id"/> it leads to.</summary>
    public required string To { get; init; }

    /// <summary>The shortest run of the paper that says it: white space removed, at most 150 characters.</summary>
    public required string Evidence { get; init; }

    /// <summary>The same run in <see cref="DocumentRecord.Text"/>; null in records made by hand.</summary>
    public TextSpan? Span { get; init; }

    [AllowNull]
    public string Rule
    {
        get;
        init => field = value ?? "";
    } = "";

    [AllowNull]
    public double Confidence
    {
        get;
        init => field = value == 0 ? 1 : value;
    } = 1;

    /// <summary>The relation's own properties (<c>date joint issuers role title</c>).</summary>
    [AllowNull]
    public IReadOnlyDictionary<string, PropertyValue> Props
    {
        get;
        init => field = value ?? NoProps;
    } = NoProps;

    private static IReadOnlyDictionary<string, PropertyValue> NoProps { get; } =
        new SortedDictionary<string, PropertyValue>(StringComparer.Ordinal);
}
