namespace PolicyGraph.GraphQL.Language;

/// <summary>
/// A node of the syntax tree. Nodes are immutable and are told apart by identity, not by content: use
/// <see cref="ReferenceEqualityComparer"/> in tables.
/// </summary>
/// <param name="Range">From the first to past the last token of the node; descriptions belong to it.</param>
public abstract record SyntaxNode(TextRange Range);

/// <summary>A name and where it stands. Specification section 2.1.9.</summary>
public sealed record NameNode(TextRange Range, string Value) : SyntaxNode(Range);

/// <summary>A whole document. Specification section 2.2.</summary>
public sealed record DocumentNode(TextRange Range, Source Source, IReadOnlyList<DefinitionNode> Definitions) : SyntaxNode(Range)
{
    /// <summary>Line and column of a node's first token.</summary>
    public SourceLocation LocationOf(SyntaxNode node) => Source.LocationOf(node.Range.Start);
}

/// <summary>Anything at the top of a document.</summary>
public abstract record DefinitionNode(TextRange Range, StringValueNode? Description) : SyntaxNode(Range);

/// <summary>A directive where it is applied. Specification section 2.13.</summary>
public sealed record DirectiveNode(TextRange Range, NameNode Name, IReadOnlyList<ArgumentNode> Arguments) : SyntaxNode(Range);

/// <summary>An argument of a field or directive. Specification section 2.6.</summary>
public sealed record ArgumentNode(TextRange Range, NameNode Name, ValueNode Value) : SyntaxNode(Range);
