using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>Phrases that are listed together (A、B和C等7部门); one alone is a group too.</summary>
internal sealed class Group
{
    public required IReadOnlyList<Phrase> Members { get; init; }

    /// <summary>From the first member to the closing 等7部门.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>How many the text says they are (等7部门); null where it does not say.</summary>
    public int? Count { get; init; }

    /// <summary>Index of the first member after a 与 that parts two sides (A、B与C); 0 where none does.</summary>
    public int SecondSide { get; init; }

    public bool IsOf(Kinds kinds) => kinds.Has(Members[0].Type);
}
