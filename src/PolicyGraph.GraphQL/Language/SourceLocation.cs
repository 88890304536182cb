namespace PolicyGraph.GraphQL.Language;

/// <summary>
/// A place in a document as errors report it: both counts begin at 1, columns count UTF-16 code units. Specification section 7.1.2,
/// "Errors".
/// </summary>
public readonly record struct SourceLocation(int Line, int Column);
