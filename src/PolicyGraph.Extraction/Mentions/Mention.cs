using PolicyGraph.Extraction.Linking;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions;

/// <summary>A run of the text that names an entity.</summary>
public sealed class Mention
{
    private PropertyList? _props;

    /// <summary>Marks around it (《》, “”) included where they belong to the surface form.</summary>
    public required TextSpan Span { get; init; }

    public required EntityType Type { get; init; }

    /// <summary>
    /// The canonical name so far: the gazetteer's official name, or the surface form with what the grammar added to it, in simplified
    /// characters.
    /// </summary>
    public required string Name
    {
        get;
        set => field = TraditionalCharacters.Simplify(value);
    }

    /// <summary>The rule that found it, for instance <c>agency.place-function</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>From 0 to 1.</summary>
    public double Confidence { get; init; } = 0.9;

    public MentionForm Form { get; init; } = MentionForm.Name;

    /// <summary>True where it lies inside the name of another entity (江苏省 in 江苏省科学技术厅).</summary>
    public bool Inside { get; set; }

    /// <summary>The innermost mention that it lies inside, where <see cref="Inside"/>.</summary>
    public Mention? Outer { get; set; }

    /// <summary>What the mention itself tells: <c>document_number</c>, <c>level</c>, <c>edition</c>, …</summary>
    public PropertyList Props => _props ??= new();

    /// <summary>False for most, which then cost nothing.</summary>
    public bool HasProps => _props is not null;

    /// <summary>Set by linking.</summary>
    public Entity? Entity { get; set; }
}

/// <summary>How a mention names.</summary>
public enum MentionForm
{
    /// <summary>By a name that stands for itself.</summary>
    Name,

    /// <summary>By a form that only this paper explains: 《实施意见》, 该中心, 我省, 省财政厅.</summary>
    Short,
}
