namespace PolicyGraph.GraphQL.Language;

/// <summary>
/// One lexical token. <paramref name="Value"/> is the meaning of names, numbers and strings (escapes resolved, block strings dedented),
/// null for punctuators.
/// </summary>
public readonly record struct Token(TokenKind Kind, TextRange Range, string? Value)
{
    /// <summary>The token as messages say it: <c>Name "foo"</c>, <c>"{"</c>, <c>&lt;EOF&gt;</c>.</summary>
    public string Describe() => Value is null ? TokenKinds.Describe(Kind) : $"{TokenKinds.Describe(Kind)} \"{Value}\"";
}
