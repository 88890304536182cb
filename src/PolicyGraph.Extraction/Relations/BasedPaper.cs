using PolicyGraph.Extraction.Linking;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>A paper that rests on another, as one way of saying so gives it.</summary>
/// <param name="Entity">The paper.</param>
/// <param name="Span">Where the sentence names it; empty where only the heading does.</param>
/// <param name="Rule">The rule that says so.</param>
/// <param name="Confidence">The share of such rows that are right.</param>
internal readonly record struct BasedPaper(Entity Entity, TextSpan Span, string Rule, double Confidence);
