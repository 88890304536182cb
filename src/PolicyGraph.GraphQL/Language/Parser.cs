namespace PolicyGraph.GraphQL.Language;

/// <summary>
/// Reads a document into its syntax tree: recursive descent with one token of lookahead, its depth limited, linear in the text.
/// Specification section 2, "Language", and appendix C. Failures are <see cref="GraphQLException"/> with the words and places of the
/// reference implementation.
/// </summary>
public sealed partial class Parser
{
    private readonly Source _source;
    private readonly Lexer _lexer;
    private readonly ParserOptions _options;
    private Token _token = new(TokenKind.StartOfFile, default, null);
    private int _lastEnd;
    private int _tokens;
    private int _nesting;

    private Parser(Source source, ParserOptions? options)
    {
        _source = source;
        _lexer = new Lexer(source);
        _options = options ?? ParserOptions.Default;
    }

    /// <summary>Reads a whole document: operations, fragments, definitions of types, in any mixture.</summary>
    public static DocumentNode Parse(Source source, ParserOptions? options = null) => new Parser(source, options).ParseDocument();

    /// <inheritdoc cref="Parse(Source, ParserOptions?)"/>
    public static DocumentNode Parse(string text, ParserOptions? options = null) => Parse(new Source(text), options);

    /// <summary>Reads one value without variables, such as a default value.</summary>
    public static ValueNode ParseConstValue(string text)
    {
        var parser = new Parser(new Source(text), options: null);
        parser.Expect(TokenKind.StartOfFile);
        var value = parser.ParseValue(isConst: true);
        parser.Expect(TokenKind.EndOfFile);
        return value;
    }

    private DocumentNode ParseDocument()
    {
        var definitions = Many(TokenKind.StartOfFile, ParseDefinition, TokenKind.EndOfFile);
        return new DocumentNode(new TextRange(0, _source.Text.Length), _source, definitions);
    }

    private DefinitionNode ParseDefinition()
    {
        if (_token.Kind is TokenKind.OpenBrace)
        {
            return ParseOperation();
        }

        var hasDescription = _token.Kind is TokenKind.String or TokenKind.BlockString;
        var keyword = hasDescription ? Lookahead() : _token;
        if (hasDescription && keyword.Kind is TokenKind.OpenBrace)
        {
            throw Failure(_token, "Unexpected description, descriptions are not supported on shorthand queries.");
        }

        return keyword.Kind is TokenKind.Name ? ParseDefinition(keyword, hasDescription) : throw Unexpected(keyword);
    }

    private DefinitionNode ParseDefinition(Token keyword, bool hasDescription) =>
        keyword.Value switch
        {
            "query" or "mutation" or "subscription" => ParseOperation(),
            "fragment" => ParseFragmentDefinition(),
            "directive" => ParseDirectiveDefinition(),
            "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input" => ParseTypeSystem(keyword, isExtension: false),
            _ when hasDescription => throw Failure(_token, "Unexpected description, only GraphQL definitions support descriptions."),
            "extend" => ParseTypeSystem(Lookahead(), isExtension: true),
            _ => throw Unexpected(keyword),
        };

    private Token Lookahead() => _lexer.Read(_token.Range.End);

    private void Advance()
    {
        _lastEnd = _token.Range.End;
        _token = Lookahead();
        if (_token.Kind is not TokenKind.EndOfFile && ++_tokens > _options.MaxTokens)
        {
            throw Failure(_token, $"Document contains more than {_options.MaxTokens} tokens. Parsing aborted.", ErrorCodes.LimitExceeded);
        }
    }

    private Token Expect(TokenKind kind)
    {
        var token = _token;
        if (token.Kind != kind)
        {
            throw Failure(token, $"Expected {TokenKinds.Describe(kind)}, found {token.Describe()}.");
        }

        Advance();
        return token;
    }

    private bool Accept(TokenKind kind)
    {
        if (_token.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    private void ExpectKeyword(string word)
    {
        if (!AcceptKeyword(word))
        {
            throw Failure(_token, $"Expected \"{word}\", found {_token.Describe()}.");
        }
    }

    private bool AcceptKeyword(string word) =>
        _token.Kind is TokenKind.Name && string.Equals(_token.Value, word, StringComparison.Ordinal) && Accept(TokenKind.Name);

    private List<T> Any<T>(TokenKind open, Func<T> item, TokenKind close)
    {
        Expect(open);
        var items = new List<T>();
        while (!Accept(close))
        {
            items.Add(item());
        }

        return items;
    }

    private List<T> Many<T>(TokenKind open, Func<T> item, TokenKind close)
    {
        Expect(open);
        var items = new List<T>();
        do
        {
            items.Add(item());
        } while (!Accept(close));
        return items;
    }

    private List<T> OptionalMany<T>(TokenKind open, Func<T> item, TokenKind close) => _token.Kind == open ? Many(open, item, close) : [];

    private List<T> Delimited<T>(TokenKind delimiter, Func<T> item)
    {
        Accept(delimiter);
        var items = new List<T>();
        do
        {
            items.Add(item());
        } while (Accept(delimiter));
        return items;
    }

    /// <summary>Runs one level deeper, and refuses past the limit: the stack is never the limit.</summary>
    private T Nested<T>(Func<T> parse)
    {
        if (++_nesting > _options.MaxNesting)
        {
            throw Failure(_token, $"Document nests deeper than {_options.MaxNesting} levels. Parsing aborted.", ErrorCodes.LimitExceeded);
        }

        var node = parse();
        _nesting--;
        return node;
    }

    private TextRange Since(int start) => new(start, _lastEnd);

    private GraphQLException Unexpected(Token? token = null) => Failure(token ?? _token, $"Unexpected {(token ?? _token).Describe()}.");

    private GraphQLException Failure(Token token, string message, string code = ErrorCodes.ParseFailed) =>
        GraphQLException.Syntax(_source, token.Range.Start, message, code);
}
