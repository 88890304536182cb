namespace PolicyGraph.GraphQL.Language;

/// <content>Values and types in use: specification sections 2.9 and 2.11.</content>
public sealed partial class Parser
{
    private ValueNode ParseValue(bool isConst)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.OpenBracket:
                return ParseListValue(isConst);
            case TokenKind.OpenBrace:
                return ParseObjectValue(isConst);
            case TokenKind.Int:
                Advance();
                return new IntValueNode(token.Range, token.Value ?? "");
            case TokenKind.Float:
                Advance();
                return new FloatValueNode(token.Range, token.Value ?? "");
            case TokenKind.String or TokenKind.BlockString:
                return ParseString();
            case TokenKind.Name:
                Advance();
                return NamedValue(token);
            case TokenKind.Dollar when isConst:
                throw VariableInConstant(token);
            case TokenKind.Dollar:
                return ParseVariable();
            default:
                throw Unexpected();
        }
    }

    private static ValueNode NamedValue(Token token) =>
        token.Value switch
        {
            "true" => new BooleanValueNode(token.Range, Value: true),
            "false" => new BooleanValueNode(token.Range, Value: false),
            "null" => new NullValueNode(token.Range),
            _ => new EnumValueNode(token.Range, token.Value ?? ""),
        };

    private GraphQLException VariableInConstant(Token dollar)
    {
        Expect(TokenKind.Dollar);
        return _token.Kind is TokenKind.Name
            ? Failure(dollar, $"Unexpected variable \"${_token.Value}\" in constant value.")
            : Unexpected(dollar);
    }

    private StringValueNode ParseString()
    {
        var token = _token;
        Advance();
        return new StringValueNode(token.Range, token.Value ?? "", token.Kind is TokenKind.BlockString);
    }

    private ListValueNode ParseListValue(bool isConst)
    {
        var start = _token.Range.Start;
        var items = Nested(() => Any(TokenKind.OpenBracket, () => ParseValue(isConst), TokenKind.CloseBracket));
        return new ListValueNode(Since(start), items);
    }

    private ObjectValueNode ParseObjectValue(bool isConst)
    {
        var start = _token.Range.Start;
        var fields = Nested(() => Any(TokenKind.OpenBrace, () => ParseObjectField(isConst), TokenKind.CloseBrace));
        return new ObjectValueNode(Since(start), fields);
    }

    private ObjectFieldNode ParseObjectField(bool isConst)
    {
        var start = _token.Range.Start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        var value = ParseValue(isConst);
        return new ObjectFieldNode(Since(start), name, value);
    }

    private TypeNode ParseType()
    {
        var start = _token.Range.Start;
        TypeNode type;
        if (Accept(TokenKind.OpenBracket))
        {
            var item = Nested(ParseType);
            Expect(TokenKind.CloseBracket);
            type = new ListTypeNode(Since(start), item);
        }
        else
        {
            type = ParseNamedType();
        }

        return Accept(TokenKind.Bang) ? new NonNullTypeNode(Since(start), type) : type;
    }

    private NamedTypeNode ParseNamedType()
    {
        var name = ParseName();
        return new NamedTypeNode(name.Range, name);
    }
}
