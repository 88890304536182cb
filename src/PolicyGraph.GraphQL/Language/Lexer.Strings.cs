using System.Text;

namespace PolicyGraph.GraphQL.Language;

/// <content>Specification section 2.9.4, "String Value".</content>
internal sealed partial class Lexer
{
    private bool IsTripleQuote(int at) => At(at) is '"' && At(at + 1) is '"' && At(at + 2) is '"';

    private Token ReadString(int start)
    {
        var value = new StringBuilder();
        var at = start + 1;
        while (at < _text.Length && _text[at] is not ('\n' or '\r'))
        {
            switch (_text[at])
            {
                case '"':
                    return new Token(TokenKind.String, new TextRange(start, at + 1), value.ToString());
                case '\\':
                    at += ReadEscape(at, value);
                    break;
                default:
                    at += CopyScalar(at, value);
                    break;
            }
        }

        throw Failure(at, "Unterminated string.");
    }

    private Token ReadBlockString(int start)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var at = start + 3;
        while (at < _text.Length)
        {
            if (IsTripleQuote(at))
            {
                lines.Add(line.ToString());
                return new Token(TokenKind.BlockString, new TextRange(start, at + 3), string.Join('\n', BlockString.Dedent(lines)));
            }

            at += ReadBlockStringCharacter(at, lines, line);
        }

        throw Failure(at, "Unterminated string.");
    }

    private int ReadBlockStringCharacter(int at, List<string> lines, StringBuilder line)
    {
        switch (_text[at])
        {
            case '\\' when IsTripleQuote(at + 1):
                line.Append("\"\"\"");
                return 4;
            case '\n' or '\r':
                lines.Add(line.ToString());
                line.Clear();
                return _text[at] is '\r' && At(at + 1) is '\n' ? 2 : 1;
            default:
                return CopyScalar(at, line);
        }
    }

    private int CopyScalar(int at, StringBuilder value)
    {
        var width = ScalarWidth(at);
        if (width == 0)
        {
            throw Failure(at, $"Invalid character within String: {Show(at)}.");
        }

        value.Append(_text, at, width);
        return width;
    }

    private int ReadEscape(int at, StringBuilder value)
    {
        if (At(at + 1) is 'u')
        {
            return At(at + 2) is '{' ? ReadBracedEscape(at, value) : ReadFixedEscape(at, value);
        }

        value.Append(
            At(at + 1) switch
            {
                '"' => '"',
                '\\' => '\\',
                '/' => '/',
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                _ => throw Failure(at, $"Invalid character escape sequence: \"{Slice(at, 2)}\"."),
            }
        );
        return 2;
    }

    private int ReadBracedEscape(int at, StringBuilder value)
    {
        var point = 0;
        var size = 3;
        // The longest form is 12 units: \u{00000000}.
        while (size < 12)
        {
            var c = At(at + size++);
            if (c is '}')
            {
                if (size < 5 || !Rune.IsValid(point))
                {
                    break;
                }

                value.Append(new Rune(point).ToString());
                return size;
            }

            point = char.IsAsciiHexDigit(c) ? (point << 4) | Convert.ToInt32(c.ToString(), 16) : -1;
            if (point < 0)
            {
                break;
            }
        }

        throw Failure(at, $"Invalid Unicode escape sequence: \"{Slice(at, size)}\".");
    }

    private int ReadFixedEscape(int at, StringBuilder value)
    {
        var unit = ReadHexUnit(at + 2);
        if (unit >= 0 && !char.IsSurrogate((char)unit))
        {
            value.Append((char)unit);
            return 6;
        }

        var isPair = unit >= 0 && char.IsHighSurrogate((char)unit) && At(at + 6) is '\\' && At(at + 7) is 'u';
        var low = isPair ? ReadHexUnit(at + 8) : -1;
        if (low >= 0 && char.IsLowSurrogate((char)low))
        {
            value.Append((char)unit).Append((char)low);
            return 12;
        }

        throw Failure(at, $"Invalid Unicode escape sequence: \"{Slice(at, 6)}\".");
    }

    private int ReadHexUnit(int at)
    {
        var digits = Slice(at, 4);
        return digits.Length == 4 && digits.All(char.IsAsciiHexDigit) ? Convert.ToInt32(digits, 16) : -1;
    }

    private string Slice(int at, int length) => at >= _text.Length ? "" : _text[at..Math.Min(_text.Length, at + length)];
}
