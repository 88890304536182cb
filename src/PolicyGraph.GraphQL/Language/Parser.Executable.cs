namespace PolicyGraph.GraphQL.Language;

/// <content>Operations, selections and fragments: specification sections 2.3 to 2.8, 2.10 and 2.13.</content>
public sealed partial class Parser
{
    private OperationNode ParseOperation()
    {
        var start = _token.Range.Start;
        if (_token.Kind is TokenKind.OpenBrace)
        {
            var shorthand = ParseSelectionSet();
            return new OperationNode(Since(start), Description: null, OperationKind.Query, Name: null, [], [], shorthand);
        }

        var description = ParseDescription();
        var kind = ParseOperationKind();
        var name = _token.Kind is TokenKind.Name ? ParseName() : null;
        var variables = OptionalMany(TokenKind.OpenParen, ParseVariableDefinition, TokenKind.CloseParen);
        var directives = ParseDirectives(isConst: false);
        var selections = ParseSelectionSet();
        return new OperationNode(Since(start), description, kind, name, variables, directives, selections);
    }

    private OperationKind ParseOperationKind()
    {
        var token = Expect(TokenKind.Name);
        return token.Value switch
        {
            "query" => OperationKind.Query,
            "mutation" => OperationKind.Mutation,
            "subscription" => OperationKind.Subscription,
            _ => throw Unexpected(token),
        };
    }

    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = _token.Range.Start;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var defaultValue = Accept(TokenKind.EqualsSign) ? ParseValue(isConst: true) : null;
        var directives = ParseDirectives(isConst: true);
        return new VariableDefinitionNode(Since(start), description, variable, type, defaultValue, directives);
    }

    private VariableNode ParseVariable()
    {
        var start = Expect(TokenKind.Dollar).Range.Start;
        var name = ParseName();
        return new VariableNode(Since(start), name);
    }

    private SelectionSetNode ParseSelectionSet()
    {
        var start = _token.Range.Start;
        var selections = Nested(() => Many(TokenKind.OpenBrace, ParseSelection, TokenKind.CloseBrace));
        return new SelectionSetNode(Since(start), selections);
    }

    private SelectionNode ParseSelection() => _token.Kind is TokenKind.Spread ? ParseFragment() : ParseField();

    private FieldNode ParseField()
    {
        var start = _token.Range.Start;
        var name = ParseName();
        NameNode? alias = null;
        if (Accept(TokenKind.Colon))
        {
            alias = name;
            name = ParseName();
        }

        var arguments = ParseArguments(isConst: false);
        var directives = ParseDirectives(isConst: false);
        var selections = _token.Kind is TokenKind.OpenBrace ? ParseSelectionSet() : null;
        return new FieldNode(Since(start), alias, name, arguments, directives, selections);
    }

    private List<ArgumentNode> ParseArguments(bool isConst) =>
        OptionalMany(TokenKind.OpenParen, () => ParseArgument(isConst), TokenKind.CloseParen);

    private ArgumentNode ParseArgument(bool isConst)
    {
        var start = _token.Range.Start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        var value = ParseValue(isConst);
        return new ArgumentNode(Since(start), name, value);
    }

    private SelectionNode ParseFragment()
    {
        var start = Expect(TokenKind.Spread).Range.Start;
        var hasCondition = AcceptKeyword("on");
        if (!hasCondition && _token.Kind is TokenKind.Name)
        {
            var name = ParseName();
            var spreadDirectives = ParseDirectives(isConst: false);
            return new FragmentSpreadNode(Since(start), name, spreadDirectives);
        }

        var condition = hasCondition ? ParseNamedType() : null;
        var directives = ParseDirectives(isConst: false);
        var selections = ParseSelectionSet();
        return new InlineFragmentNode(Since(start), condition, directives, selections);
    }

    private FragmentNode ParseFragmentDefinition()
    {
        var start = _token.Range.Start;
        var description = ParseDescription();
        ExpectKeyword("fragment");
        if (string.Equals(_token.Value, "on", StringComparison.Ordinal))
        {
            throw Unexpected();
        }

        var name = ParseName();
        ExpectKeyword("on");
        var condition = ParseNamedType();
        var directives = ParseDirectives(isConst: false);
        var selections = ParseSelectionSet();
        return new FragmentNode(Since(start), description, name, condition, directives, selections);
    }

    private List<DirectiveNode> ParseDirectives(bool isConst)
    {
        var directives = new List<DirectiveNode>();
        while (_token.Kind is TokenKind.At)
        {
            var start = Expect(TokenKind.At).Range.Start;
            var name = ParseName();
            var arguments = ParseArguments(isConst);
            directives.Add(new DirectiveNode(Since(start), name, arguments));
        }

        return directives;
    }

    private NameNode ParseName()
    {
        var token = Expect(TokenKind.Name);
        return new NameNode(token.Range, token.Value ?? "");
    }
}
