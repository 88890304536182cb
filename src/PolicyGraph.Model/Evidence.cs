namespace PolicyGraph.Model;

/// <summary>The run of the paper that says a fact, and how it was found.</summary>
/// <param name="Span">Where, in <see cref="DocumentRecord.Text"/>.</param>
/// <param name="Rule">The name of the rule that read it, for instance <c>issued.joint-list</c>; empty where a record from elsewhere names none.</param>
/// <param name="Confidence">From 0 to 1: how often rows of this rule are right.</param>
public readonly record struct Evidence(TextSpan Span, string Rule, double Confidence);
