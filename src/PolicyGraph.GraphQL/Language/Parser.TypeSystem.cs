namespace PolicyGraph.GraphQL.Language;

/// <content>The type system's definitions and extensions: specification section 3.</content>
public sealed partial class Parser
{
    private TypeSystemNode ParseTypeSystem(Token keyword, bool isExtension)
    {
        if (keyword.Kind is not TokenKind.Name)
        {
            throw Unexpected(keyword);
        }

        var start = _token.Range.Start;
        Func<int, StringValueNode?, bool, TypeSystemNode> parse = keyword.Value switch
        {
            "schema" => ParseSchema,
            "scalar" => ParseScalarType,
            "type" => ParseObjectType,
            "interface" => ParseInterfaceType,
            "union" => ParseUnionType,
            "enum" => ParseEnumType,
            "input" => ParseInputObjectType,
            _ => throw Unexpected(keyword),
        };
        var description = isExtension ? null : ParseDescription();
        if (isExtension)
        {
            ExpectKeyword("extend");
        }

        ExpectKeyword(keyword.Value);
        return parse(start, description, isExtension);
    }

    private StringValueNode? ParseDescription() => _token.Kind is TokenKind.String or TokenKind.BlockString ? ParseString() : null;

    private SchemaNode ParseSchema(int start, StringValueNode? description, bool isExtension)
    {
        var directives = ParseDirectives(isConst: true);
        var roots = isExtension
            ? OptionalMany(TokenKind.OpenBrace, ParseOperationType, TokenKind.CloseBrace)
            : Many(TokenKind.OpenBrace, ParseOperationType, TokenKind.CloseBrace);
        RefuseEmpty(isExtension, directives.Count + roots.Count);
        return new SchemaNode(Since(start), description, isExtension, directives, roots);
    }

    private OperationTypeNode ParseOperationType()
    {
        var start = _token.Range.Start;
        var kind = ParseOperationKind();
        Expect(TokenKind.Colon);
        var type = ParseNamedType();
        return new OperationTypeNode(Since(start), kind, type);
    }

    private ScalarTypeNode ParseScalarType(int start, StringValueNode? description, bool isExtension)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        RefuseEmpty(isExtension, directives.Count);
        return new ScalarTypeNode(Since(start), description, isExtension, name, directives);
    }

    private ObjectTypeNode ParseObjectType(int start, StringValueNode? description, bool isExtension)
    {
        var (name, interfaces, directives, fields) = ParseFieldsOwner(isExtension);
        return new ObjectTypeNode(Since(start), description, isExtension, name, interfaces, directives, fields);
    }

    private InterfaceTypeNode ParseInterfaceType(int start, StringValueNode? description, bool isExtension)
    {
        var (name, interfaces, directives, fields) = ParseFieldsOwner(isExtension);
        return new InterfaceTypeNode(Since(start), description, isExtension, name, interfaces, directives, fields);
    }

    private (
        NameNode Name,
        List<NamedTypeNode> Interfaces,
        List<DirectiveNode> Directives,
        List<FieldDefinitionNode> Fields
    ) ParseFieldsOwner(bool isExtension)
    {
        var name = ParseName();
        var interfaces = AcceptKeyword("implements") ? Delimited(TokenKind.Ampersand, ParseNamedType) : [];
        var directives = ParseDirectives(isConst: true);
        var fields = OptionalMany(TokenKind.OpenBrace, ParseFieldDefinition, TokenKind.CloseBrace);
        RefuseEmpty(isExtension, interfaces.Count + directives.Count + fields.Count);
        return (name, interfaces, directives, fields);
    }

    private UnionTypeNode ParseUnionType(int start, StringValueNode? description, bool isExtension)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var members = Accept(TokenKind.EqualsSign) ? Delimited(TokenKind.Pipe, ParseNamedType) : [];
        RefuseEmpty(isExtension, directives.Count + members.Count);
        return new UnionTypeNode(Since(start), description, isExtension, name, directives, members);
    }

    private EnumTypeNode ParseEnumType(int start, StringValueNode? description, bool isExtension)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var values = OptionalMany(TokenKind.OpenBrace, ParseEnumValueDefinition, TokenKind.CloseBrace);
        RefuseEmpty(isExtension, directives.Count + values.Count);
        return new EnumTypeNode(Since(start), description, isExtension, name, directives, values);
    }

    private InputObjectTypeNode ParseInputObjectType(int start, StringValueNode? description, bool isExtension)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var fields = OptionalMany(TokenKind.OpenBrace, ParseInputValueDefinition, TokenKind.CloseBrace);
        RefuseEmpty(isExtension, directives.Count + fields.Count);
        return new InputObjectTypeNode(Since(start), description, isExtension, name, directives, fields);
    }

    private FieldDefinitionNode ParseFieldDefinition()
    {
        var start = _token.Range.Start;
        var description = ParseDescription();
        var name = ParseName();
        var arguments = OptionalMany(TokenKind.OpenParen, ParseInputValueDefinition, TokenKind.CloseParen);
        Expect(TokenKind.Colon);
        var type = ParseType();
        var directives = ParseDirectives(isConst: true);
        return new FieldDefinitionNode(Since(start), description, name, arguments, type, directives);
    }

    private InputValueDefinitionNode ParseInputValueDefinition()
    {
        var start = _token.Range.Start;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var defaultValue = Accept(TokenKind.EqualsSign) ? ParseValue(isConst: true) : null;
        var directives = ParseDirectives(isConst: true);
        return new InputValueDefinitionNode(Since(start), description, name, type, defaultValue, directives);
    }

    private EnumValueDefinitionNode ParseEnumValueDefinition()
    {
        var start = _token.Range.Start;
        var description = ParseDescription();
        if (_token.Value is "true" or "false" or "null")
        {
            throw Failure(_token, $"{_token.Describe()} is reserved and cannot be used for an enum value.");
        }

        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        return new EnumValueDefinitionNode(Since(start), description, name, directives);
    }

    private DirectiveDefinitionNode ParseDirectiveDefinition()
    {
        var start = _token.Range.Start;
        var description = ParseDescription();
        ExpectKeyword("directive");
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = OptionalMany(TokenKind.OpenParen, ParseInputValueDefinition, TokenKind.CloseParen);
        var isRepeatable = AcceptKeyword("repeatable");
        ExpectKeyword("on");
        var locations = Delimited(TokenKind.Pipe, ParseDirectiveLocation);
        return new DirectiveDefinitionNode(Since(start), description, name, arguments, isRepeatable, locations);
    }

    private NameNode ParseDirectiveLocation()
    {
        var token = _token;
        var name = ParseName();
        return DirectiveLocations.All.Contains(name.Value) ? name : throw Unexpected(token);
    }

    private void RefuseEmpty(bool isExtension, int parts)
    {
        if (isExtension && parts == 0)
        {
            throw Unexpected();
        }
    }
}
