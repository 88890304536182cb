namespace PolicyGraph.GraphQL.Language;

/// <summary>The kinds of lexical token. Specification section 2.1.6, "Lexical Tokens".</summary>
public enum TokenKind
{
    StartOfFile,
    EndOfFile,
    Bang,
    Dollar,
    Ampersand,
    OpenParen,
    CloseParen,
    Spread,
    Colon,
    EqualsSign,
    At,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    Pipe,
    CloseBrace,
    Name,
    Int,
    Float,
    String,
    BlockString,
}

/// <summary>How messages name a kind of token.</summary>
internal static class TokenKinds
{
    /// <summary>Punctuators in quotes, other kinds by their name: <c>"{"</c>, <c>Name</c>, <c>&lt;EOF&gt;</c>.</summary>
    public static string Describe(TokenKind kind) =>
        kind switch
        {
            TokenKind.StartOfFile => "<SOF>",
            TokenKind.EndOfFile => "<EOF>",
            TokenKind.Bang => "\"!\"",
            TokenKind.Dollar => "\"$\"",
            TokenKind.Ampersand => "\"&\"",
            TokenKind.OpenParen => "\"(\"",
            TokenKind.CloseParen => "\")\"",
            TokenKind.Spread => "\"...\"",
            TokenKind.Colon => "\":\"",
            TokenKind.EqualsSign => "\"=\"",
            TokenKind.At => "\"@\"",
            TokenKind.OpenBracket => "\"[\"",
            TokenKind.CloseBracket => "\"]\"",
            TokenKind.OpenBrace => "\"{\"",
            TokenKind.Pipe => "\"|\"",
            TokenKind.CloseBrace => "\"}\"",
            _ => kind.ToString(),
        };
}
