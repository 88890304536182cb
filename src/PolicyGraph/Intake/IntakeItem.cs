using PolicyGraph.Model;

namespace PolicyGraph.Intake;

/// <summary>What came of one paper or record on its way in: a record, or the reason why there is none.</summary>
/// <param name="Failure">One sentence or two that name the file, what is wrong, and what to do.</param>
internal sealed record IntakeItem(DocumentRecord? Record, string? Failure);
