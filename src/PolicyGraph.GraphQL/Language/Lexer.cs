namespace PolicyGraph.GraphQL.Language;

/// <summary>
/// Cuts a document into tokens, one at a time, linear in its length. Specification section 2.1, "Source Text", and appendix C, "Lexical
/// Tokens". Failures are <see cref="GraphQLException"/> with code <c>GRAPHQL_PARSE_FAILED</c> and the words of the reference
/// implementation.
/// </summary>
internal sealed partial class Lexer(Source source)
{
    private readonly string _text = source.Text;

    /// <summary>The first token at or after an offset; comments and other ignored characters are passed over.</summary>
    public Token Read(int offset)
    {
        var at = SkipIgnored(offset);
        if (at >= _text.Length)
        {
            return new Token(TokenKind.EndOfFile, new TextRange(_text.Length, _text.Length), null);
        }

        var kind = Punctuator(at);
        if (kind is not TokenKind.EndOfFile)
        {
            return new Token(kind, new TextRange(at, at + (kind is TokenKind.Spread ? 3 : 1)), null);
        }

        return _text[at] switch
        {
            '"' => IsTripleQuote(at) ? ReadBlockString(at) : ReadString(at),
            '-' or (>= '0' and <= '9') => ReadNumber(at),
            _ when IsNameStart(_text[at]) => ReadName(at),
            _ => throw Unexpected(at),
        };
    }

    private int SkipIgnored(int at)
    {
        while (at < _text.Length)
        {
            switch (_text[at])
            {
                case '\uFEFF' or '\t' or ' ' or ',' or '\n' or '\r':
                    at++;
                    break;
                case '#':
                    at = SkipComment(at + 1);
                    break;
                default:
                    return at;
            }
        }

        return at;
    }

    private int SkipComment(int at)
    {
        while (at < _text.Length && _text[at] is not ('\n' or '\r'))
        {
            var width = ScalarWidth(at);
            if (width == 0)
            {
                break;
            }

            at += width;
        }

        return at;
    }

    private TokenKind Punctuator(int at) =>
        _text[at] switch
        {
            '!' => TokenKind.Bang,
            '$' => TokenKind.Dollar,
            '&' => TokenKind.Ampersand,
            '(' => TokenKind.OpenParen,
            ')' => TokenKind.CloseParen,
            ':' => TokenKind.Colon,
            '=' => TokenKind.EqualsSign,
            '@' => TokenKind.At,
            '[' => TokenKind.OpenBracket,
            ']' => TokenKind.CloseBracket,
            '{' => TokenKind.OpenBrace,
            '|' => TokenKind.Pipe,
            '}' => TokenKind.CloseBrace,
            '.' when At(at + 1) is '.' && At(at + 2) is '.' => TokenKind.Spread,
            _ => TokenKind.EndOfFile,
        };

    private Token ReadName(int start)
    {
        var at = start + 1;
        while (at < _text.Length && (IsNameStart(_text[at]) || char.IsAsciiDigit(_text[at])))
        {
            at++;
        }

        return new Token(TokenKind.Name, new TextRange(start, at), _text[start..at]);
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_';

    /// <summary>The code unit there, or NUL past the end.</summary>
    private char At(int at) => at < _text.Length ? _text[at] : '\0';

    /// <summary>UTF-16 code units of the scalar value there: 1 or 2, or 0 for half a surrogate pair.</summary>
    private int ScalarWidth(int at) =>
        !char.IsSurrogate(_text[at]) ? 1
        : at + 1 < _text.Length && char.IsSurrogatePair(_text[at], _text[at + 1]) ? 2
        : 0;

    private GraphQLException Unexpected(int at)
    {
        if (_text[at] is '\'')
        {
            return Failure(at, "Unexpected single quote character ('), did you mean to use a double quote (\")?");
        }

        return Failure(at, $"{(ScalarWidth(at) > 0 ? "Unexpected" : "Invalid")} character: {Show(at)}.");
    }

    /// <summary>A character as messages show it: itself in quotes where it is printable ASCII, else U+XXXX.</summary>
    private string Show(int at)
    {
        if (at >= _text.Length)
        {
            return "<EOF>";
        }

        var code = ScalarWidth(at) == 2 ? char.ConvertToUtf32(_text[at], _text[at + 1]) : _text[at];
        return code switch
        {
            '"' => "'\"'",
            >= 0x20 and <= 0x7E => $"\"{(char)code}\"",
            _ => $"U+{code:X4}",
        };
    }

    private GraphQLException Failure(int at, string message) => GraphQLException.Syntax(source, at, message);
}
