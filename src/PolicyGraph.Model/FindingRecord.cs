namespace PolicyGraph.Model;

/// <summary>
/// Arithmetic between a paper's own statistics: parts against a total, a share against its two amounts. Nothing is corrected by it.
/// </summary>
/// <param name="Check">The check's name, for instance <c>parts-and-total</c>.</param>
/// <param name="Agrees">True where the numbers agree within their rounding.</param>
/// <param name="Message">One sentence with the numbers.</param>
/// <param name="Statistics">Indexes into <see cref="DocumentRecord.Statistics"/>.</param>
public sealed record FindingRecord(string Check, bool Agrees, string Message, IReadOnlyList<int> Statistics);
