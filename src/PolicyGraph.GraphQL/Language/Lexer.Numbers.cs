namespace PolicyGraph.GraphQL.Language;

/// <content>Specification sections 2.9.1, "Int Value", and 2.9.2, "Float Value".</content>
internal sealed partial class Lexer
{
    private Token ReadNumber(int start)
    {
        var at = start;
        if (_text[at] is '-')
        {
            at++;
        }

        at = ReadIntegerPart(at);
        var kind = TokenKind.Int;
        if (At(at) is '.')
        {
            kind = TokenKind.Float;
            at = ReadDigits(at + 1);
        }

        if (At(at) is 'e' or 'E')
        {
            kind = TokenKind.Float;
            at = ReadDigits(At(at + 1) is '+' or '-' ? at + 2 : at + 1);
        }

        if (At(at) is '.' || IsNameStart(At(at)))
        {
            throw Failure(at, $"Invalid number, expected digit but got: {Show(at)}.");
        }

        return new Token(kind, new TextRange(start, at), _text[start..at]);
    }

    private int ReadIntegerPart(int at)
    {
        if (At(at) is not '0')
        {
            return ReadDigits(at);
        }

        if (char.IsAsciiDigit(At(at + 1)))
        {
            throw Failure(at + 1, $"Invalid number, unexpected digit after 0: {Show(at + 1)}.");
        }

        return at + 1;
    }

    private int ReadDigits(int at)
    {
        if (!char.IsAsciiDigit(At(at)))
        {
            throw Failure(at, $"Invalid number, expected digit but got: {Show(at)}.");
        }

        while (char.IsAsciiDigit(At(at)))
        {
            at++;
        }

        return at;
    }
}
