namespace PolicyGraph.GraphQL.Language;

/// <summary>
/// A half-open run of UTF-16 code units of a <see cref="Source"/>: <paramref name="Start"/> in, <paramref name="End"/> out.
/// </summary>
public readonly record struct TextRange(int Start, int End);
