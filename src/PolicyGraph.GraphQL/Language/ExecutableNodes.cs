namespace PolicyGraph.GraphQL.Language;

/// <summary>The three kinds of operation. Specification section 2.3.</summary>
public enum OperationKind
{
    Query,
    Mutation,
    Subscription,
}

/// <summary>An operation; <paramref name="Name"/> is null where it is anonymous. Specification section 2.3.</summary>
public sealed record OperationNode(
    TextRange Range,
    StringValueNode? Description,
    OperationKind Kind,
    NameNode? Name,
    IReadOnlyList<VariableDefinitionNode> Variables,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode SelectionSet
) : DefinitionNode(Range, Description);

/// <summary>A variable's declaration. Specification section 2.10.</summary>
public sealed record VariableDefinitionNode(
    TextRange Range,
    StringValueNode? Description,
    VariableNode Variable,
    TypeNode Type,
    ValueNode? DefaultValue,
    IReadOnlyList<DirectiveNode> Directives
) : SyntaxNode(Range);

/// <summary>A named fragment. Specification section 2.8.</summary>
public sealed record FragmentNode(
    TextRange Range,
    StringValueNode? Description,
    NameNode Name,
    NamedTypeNode TypeCondition,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode SelectionSet
) : DefinitionNode(Range, Description);

/// <summary>What stands between braces. Specification section 2.4.</summary>
public sealed record SelectionSetNode(TextRange Range, IReadOnlyList<SelectionNode> Selections) : SyntaxNode(Range);

/// <summary>A field, a spread or an inline fragment.</summary>
public abstract record SelectionNode(TextRange Range, IReadOnlyList<DirectiveNode> Directives) : SyntaxNode(Range);

/// <summary>A field. Specification section 2.5.</summary>
public sealed record FieldNode(
    TextRange Range,
    NameNode? Alias,
    NameNode Name,
    IReadOnlyList<ArgumentNode> Arguments,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode? SelectionSet
) : SelectionNode(Range, Directives)
{
    /// <summary>The key of the response: the alias, or the name without one. Specification section 2.7.</summary>
    public string ResponseKey => (Alias ?? Name).Value;
}

/// <summary>A named fragment put to use. Specification section 2.8.</summary>
public sealed record FragmentSpreadNode(TextRange Range, NameNode Name, IReadOnlyList<DirectiveNode> Directives)
    : SelectionNode(Range, Directives);

/// <summary>A fragment in place; without a type condition it only carries directives. Specification section 2.8.2.</summary>
public sealed record InlineFragmentNode(
    TextRange Range,
    NamedTypeNode? TypeCondition,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode SelectionSet
) : SelectionNode(Range, Directives);
