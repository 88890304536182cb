using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Linking;

/// <summary>One entity of the paper with all its mentions.</summary>
public sealed class Entity
{
    private PropertyList? _props;

    public required EntityType Type { get; init; }

    public required string Name { get; set; }

    /// <summary>In the order of the text; at least one.</summary>
    public List<Mention> Mentions { get; } = [];

    public PropertyList Props => _props ??= new();

    /// <summary>False for most, which then cost nothing.</summary>
    public bool HasProps => _props is not null;
}
