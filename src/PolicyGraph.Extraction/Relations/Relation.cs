using PolicyGraph.Extraction.Linking;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>One relation that the paper states.</summary>
public sealed class Relation
{
    private PropertyList? _props;

    public required RelationType Type { get; init; }

    public required Entity From { get; init; }

    public required Entity To { get; init; }

    /// <summary>The shortest run that says it; at most 150 characters.</summary>
    public required TextSpan Evidence { get; init; }

    public required string Rule { get; init; }

    public double Confidence { get; init; } = 0.9;

    public PropertyList Props => _props ??= new();

    /// <summary>False for most, which then cost nothing.</summary>
    public bool HasProps => _props is not null;
}
